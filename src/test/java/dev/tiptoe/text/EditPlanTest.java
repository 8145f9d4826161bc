package dev.tiptoe.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EditPlanTest {

  private static final String TEXT = "0123456789";

  @Test
  void editsReplaceInsertAndDelete() {
    EditPlan plan = new EditPlan();
    assertThat(
            plan.add(
                List.of(
                    TextEdit.replace(new Span(1, 3), "ab"),
                    TextEdit.delete(new Span(4, 6)),
                    TextEdit.insert(10, "!"))))
        .isTrue();
    assertThat(plan.applyTo(TEXT)).isEqualTo("0ab36789!");
  }

  @Test
  void aGroupGoesInWholeOrNotAtAll() {
    EditPlan plan = new EditPlan();
    assertThat(plan.add(List.of(TextEdit.delete(new Span(2, 5))))).isTrue();
    assertThat(plan.add(List.of(TextEdit.insert(0, "x"), TextEdit.delete(new Span(4, 6)))))
        .isFalse();
    assertThat(plan.applyTo(TEXT)).isEqualTo("0156789");
  }

  @Test
  void neighboursDoNotTouch() {
    EditPlan plan = new EditPlan();
    assertThat(plan.add(List.of(TextEdit.delete(new Span(2, 4))))).isTrue();
    assertThat(plan.add(List.of(TextEdit.delete(new Span(4, 6))))).isTrue();
    assertThat(plan.applyTo(TEXT)).isEqualTo("016789");
  }

  @Test
  void insertionsOfOneGroupAtOnePlaceFollowEachOther() {
    EditPlan plan = new EditPlan();
    assertThat(plan.add(List.of(TextEdit.insert(3, "a"), TextEdit.insert(3, "b")))).isTrue();
    assertThat(plan.applyTo(TEXT)).isEqualTo("012ab3456789");
  }

  @Test
  void anInsertionInsideAReplacementIsRefused() {
    EditPlan plan = new EditPlan();
    assertThat(plan.add(List.of(TextEdit.delete(new Span(2, 5))))).isTrue();
    assertThat(plan.add(List.of(TextEdit.insert(3, "x")))).isFalse();
  }

  @Test
  void aSpanDoesNotRunBackwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 2));
    assertThat(new Span(2, 4).to(new Span(7, 8))).isEqualTo(new Span(2, 8));
    assertThat(new Span(2, 4).covers(new Span(2, 4))).isTrue();
    assertThat(new Span(2, 4).covers(new Span(3, 5))).isFalse();
  }

  @Property
  void whatIsOutsideTheEditsStays(@ForAll("groups") List<TextEdit> group) {
    EditPlan plan = new EditPlan();
    List<TextEdit> taken = new ArrayList<>();
    for (TextEdit edit : group) {
      if (plan.add(List.of(edit))) {
        taken.add(edit);
      }
    }
    StringBuilder expected = new StringBuilder(TEXT);
    for (int i = plan.edits().size() - 1; i >= 0; i--) {
      TextEdit edit = plan.edits().get(i);
      expected.replace(edit.span().start(), edit.span().end(), edit.text());
    }
    assertThat(plan.applyTo(TEXT)).isEqualTo(expected.toString());

    int change = taken.stream().mapToInt(EditPlanTest::growth).sum();
    assertThat(plan.applyTo(TEXT)).hasSize(TEXT.length() + change);
    assertThat(plan.isEmpty()).isEqualTo(taken.isEmpty());
  }

  private static int growth(TextEdit edit) {
    return edit.text().length() - (edit.span().end() - edit.span().start());
  }

  @Provide
  Arbitrary<List<TextEdit>> groups() {
    Arbitrary<Integer> offsets = Arbitraries.integers().between(0, TEXT.length());
    return Combinators.combine(offsets, offsets, Arbitraries.of("", "x", "yz"))
        .as((a, b, text) -> new TextEdit(new Span(Math.min(a, b), Math.max(a, b)), text))
        .list()
        .ofMaxSize(6);
  }
}
