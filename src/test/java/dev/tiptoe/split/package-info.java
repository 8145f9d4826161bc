/** Tests of fixes whose steps become migrations of their own. */
package dev.tiptoe.split;
