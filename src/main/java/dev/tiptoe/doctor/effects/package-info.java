/**
 * How far a migration came, told from what a database holds now: its statements are gone through in
 * their order, and what each makes is looked for. It asks no database, and proposes nothing.
 */
@NullMarked
package dev.tiptoe.doctor.effects;

import org.jspecify.annotations.NullMarked;
