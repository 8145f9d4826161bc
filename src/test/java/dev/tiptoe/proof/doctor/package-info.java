/**
 * Brings real databases into the states that migrations leave behind, lets the doctor at them, and
 * asks the migration tool and the catalogue what came of it. It never looks inside the doctor.
 */
package dev.tiptoe.proof.doctor;
