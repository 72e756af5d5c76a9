package dev.berth.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KubernetesVersionTest {

    private final KubernetesVersion version = new KubernetesVersion("1.35");

    @Test
    void isWrittenAsItsReadersWantIt() {
        assertThat(version.firstRelease()).isEqualTo("1.35.0");
        assertThat(version.orLater()).isEqualTo(">=1.35.0-0");
        assertThat(version.label()).isEqualTo("v1.35");
        assertThat(version).hasToString("1.35");
    }
}
