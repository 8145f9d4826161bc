package dev.tiptoe.layout;

import java.util.List;
import java.util.Optional;

/** The one list of layouts. */
public final class Layouts {

  public static final Layout PRISMA = new Prisma();
  public static final Layout PLAIN = new Plain();

  public static final List<Layout> ALL = List.of(PRISMA, PLAIN);

  private Layouts() {}

  /** The layout with this id. */
  public static Optional<Layout> of(String id) {
    return ALL.stream().filter(layout -> layout.id().equals(id)).findFirst();
  }
}
