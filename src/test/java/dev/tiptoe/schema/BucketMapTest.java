package dev.tiptoe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketMapTest {

  @Test
  void copiesLiveTheirOwnLivesInTheOrderOfInsertion() {
    Random random = new Random(7);
    List<BucketMap<Integer>> maps = new ArrayList<>(List.of(new BucketMap<>()));
    List<Map<String, Integer>> models = new ArrayList<>(List.of(new LinkedHashMap<>()));
    for (int step = 0; step < 20_000; step++) {
      int which = random.nextInt(maps.size());
      BucketMap<Integer> map = maps.get(which);
      Map<String, Integer> model = models.get(which);
      String key = "key" + random.nextInt(500);
      if (random.nextInt(1_000) == 0 && maps.size() < 10) {
        maps.add(map.copy());
        models.add(new LinkedHashMap<>(model));
      } else if (random.nextInt(4) == 0) {
        map.remove(key);
        model.remove(key);
      } else {
        map.put(key, step);
        model.put(key, step);
      }
    }
    assertThat(maps).hasSizeGreaterThan(3);
    for (int i = 0; i < maps.size(); i++) {
      assertThat(maps.get(i).find(value -> true)).containsExactlyElementsOf(models.get(i).values());
    }
  }

  @Test
  void valuesOfSeveralKeysComeInTheOrderOfInsertion() {
    BucketMap<Integer> map = new BucketMap<>();
    for (int i = 0; i < 1_000; i++) {
      map.put("key" + i, i);
    }
    assertThat(map.of(List.of("key900", "missing", "key3", "key77"))).containsExactly(3, 77, 900);
    map.removeIf(value -> value % 2 == 1);
    assertThat(map.get("key3")).isEmpty();
    assertThat(map.find(value -> value < 7)).containsExactly(0, 2, 4, 6);
  }
}
