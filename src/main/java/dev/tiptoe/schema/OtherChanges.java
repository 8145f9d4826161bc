package dev.tiptoe.schema;

import dev.tiptoe.ddl.Change;
import dev.tiptoe.ddl.Change.Existence;
import dev.tiptoe.ddl.Change.Other.Reading;
import dev.tiptoe.ddl.Change.ViewKind;
import dev.tiptoe.ddl.DropBehavior;
import dev.tiptoe.ddl.IndexChange;
import dev.tiptoe.ddl.Name;
import dev.tiptoe.ddl.ObjectChange;
import dev.tiptoe.ddl.SessionChange;
import dev.tiptoe.ddl.TypeChange;
import dev.tiptoe.ddl.TypeChange.AddEnumValue.Side;
import dev.tiptoe.schema.Table.Origin;
import dev.tiptoe.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What changes that are of no one table do to the definitions, and code that is not looked into.
 */
final class OtherChanges {

  private final Definitions now;
  private final SourceFile file;

  OtherChanges(Definitions now, SourceFile file) {
    this.now = now;
    this.file = file;
  }

  void apply(Change change) {
    if (change instanceof IndexChange.DropIndex drop) {
      owner(drop.table(), drop.index()).ifPresent(t -> t.keys().dropIndex(drop.index()));
    } else if (change instanceof IndexChange.RenameIndex rename) {
      owner(rename.table(), rename.index())
          .ifPresent(t -> t.keys().renameIndex(rename.index(), rename.newName()));
    } else if (change instanceof ObjectChange.CreateSchema create) {
      if (create.existence() == Existence.STRICT) {
        now.addSchema(create.schema());
      }
    } else if (change instanceof ObjectChange.DropSchema drop) {
      now.removeSchema(drop.schema());
    } else if (change instanceof ObjectChange.CreateView create) {
      create(create);
    } else if (change instanceof ObjectChange.RenameView rename) {
      now.rename(rename.view(), now.resolve(rename.newName(), rename.view()));
    } else if (change instanceof ObjectChange.DropView drop) {
      now.remove(drop.view());
    } else {
      applyToType(change);
    }
  }

  private void applyToType(Change change) {
    if (change instanceof TypeChange.CreateEnum create) {
      now.addType(create.type(), create.values(), Optional.empty());
    } else if (change instanceof TypeChange.AddEnumValue add) {
      now.changeType(add.type(), type -> withValue(type, add));
    } else if (change instanceof TypeChange.RenameEnumValue rename) {
      now.changeType(rename.type(), type -> type.renamed(rename.value(), rename.newValue()));
    } else if (change instanceof TypeChange.CreateDomain create) {
      Catalog.Domain domain =
          new Catalog.Domain(create.required(), create.checked(), create.hasDefault());
      now.addType(create.type(), List.of(), Optional.of(domain));
    } else if (change instanceof TypeChange.AlterDomain alter) {
      now.changeType(alter.type(), type -> altered(type, alter.action()));
    } else if (change instanceof TypeChange.RenameType rename) {
      now.renameType(rename.type(), now.resolve(rename.newName(), rename.type()));
    } else if (change instanceof TypeChange.DropType drop) {
      drop(drop);
    } else {
      applyCode(change);
    }
  }

  private void drop(TypeChange.DropType drop) {
    now.removeType(drop.type());
    if (drop.behavior() == DropBehavior.CASCADE) {
      now.editEach(
          t -> t.columns().stream().anyMatch(c -> c.isOf(drop.type())),
          t -> t.removeIf(c -> c.isOf(drop.type())));
    }
  }

  private void applyCode(Change change) {
    if (change instanceof ObjectChange.CreateRoutine create) {
      now.addRoutine(
          create.routine(), new Routine(Words.of(file.text(create.span())), create.volatility()));
    } else if (change instanceof SessionChange.CallRoutine call) {
      now.routine(call.routine()).map(Routine::words).ifPresent(now::doubt);
      call.texts().forEach(this::doubtNamed);
    } else if (change instanceof SessionChange.KeepText keep) {
      now.session().keep(Words.of(file.text(keep.span())));
    } else if (change instanceof Change.Other other) {
      doubt(other);
    }
  }

  private void doubt(Change.Other other) {
    if (other.table().isPresent()) {
      other.table().filter(t -> now.table(t).isPresent()).ifPresent(t -> now.edit(t).doubt());
      return;
    }
    Words words = Words.of(file.text(other.span()));
    boolean runs = other.reading() == Reading.OPAQUE;
    now.doubt(runs ? words.and(now.session().kept()) : words);
  }

  /** A table whose name is given to a routine, qualified or not, is what the routine works on. */
  private void doubtNamed(String text) {
    now.doubtTable(text.substring(text.lastIndexOf('.') + 1).replace("'", "").replace("\"", ""));
  }

  private Optional<Table> owner(Optional<Name> table, Name index) {
    return table
        .or(() -> now.indexOwner(index).map(Table::name))
        .filter(t -> now.table(t).isPresent())
        .map(now::edit);
  }

  private void create(ObjectChange.CreateView create) {
    boolean tolerant = create.existence() == Existence.TOLERANT;
    Name view = now.made(create.view());
    if (!tolerant || now.table(view).isEmpty()) {
      Table.Kind kind =
          create.kind() == ViewKind.PLAIN ? Table.Kind.VIEW : Table.Kind.MATERIALIZED_VIEW;
      now.create(kind, view, tolerant ? Origin.EXISTING : Origin.NEW).load();
    }
    now.edit(view).define(Words.of(file.text(create.span())));
  }

  private static Type withValue(Type type, TypeChange.AddEnumValue add) {
    if (!type.isEnum() || type.values().contains(add.value())) {
      return type;
    }
    int neighbor = add.neighbor().map(type.values()::indexOf).orElse(-1);
    int place = neighbor < 0 ? type.values().size() : neighbor + (add.side() == Side.AFTER ? 1 : 0);
    return type.with(add.value(), place);
  }

  private static Type altered(Type type, TypeChange.AlterDomain.Action action) {
    return type.domain()
        .map(
            old ->
                switch (action) {
                  case SET_NOT_NULL -> new Catalog.Domain(true, old.checked(), old.hasDefault());
                  case DROP_NOT_NULL -> new Catalog.Domain(false, old.checked(), old.hasDefault());
                  case SET_DEFAULT -> new Catalog.Domain(old.required(), old.checked(), true);
                  case DROP_DEFAULT -> new Catalog.Domain(old.required(), old.checked(), false);
                  case ADD_CONSTRAINT, ADD_CONSTRAINT_NOT_VALID ->
                      new Catalog.Domain(old.required(), true, old.hasDefault());
                  case VALIDATE_CONSTRAINT, OTHER -> old;
                })
        .map(type::of)
        .orElse(type);
  }
}
