/**
 * Tests of what build services run: their files are read and their steps run by a real shell, with
 * the services' variables and with real git histories, but never by the services themselves.
 */
package dev.tiptoe.gate;
