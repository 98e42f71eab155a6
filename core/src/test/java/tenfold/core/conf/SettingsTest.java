package tenfold.core.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void everySettingOfAMergedConfigurationIsNamedWhole() {
    Experiment experiment =
        Experiment.parse(
            "data { path = a.csv, target = y }, models { ridge { degree = \"1..3\" } }",
            "a.conf",
            List.of("split.folds=5"));

    assertThat(Settings.of(experiment.merged(), "config.conf"))
        .containsEntry("name", "\"a\"")
        .containsEntry("split.folds", "5")
        .containsEntry("split.order-by", "null")
        .containsEntry("models.ridge.degree", "[1,2,3]")
        .doesNotContainKey("split");
  }

  @Test
  void aTornConfigurationIsRefusedByName() {
    assertThatThrownBy(() -> Settings.of("split { folds = ", "config.conf"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("config.conf: cannot be read as HOCON: ");
  }
}
