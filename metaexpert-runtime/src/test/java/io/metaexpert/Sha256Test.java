package io.metaexpert;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** Of NIST's example values for SHA-256, "One Block Message Sample" and "Two Block Message Sample". */
    @Test
    void answersThePublishedHashes() {
        assertThat(Sha256.hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Sha256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        assertThat(Sha256.hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void agreesWithTheJdkForEveryLengthAroundItsBlocks() throws NoSuchAlgorithmException {
        Random random = new Random(1);
        MessageDigest jdk = MessageDigest.getInstance("SHA-256");
        for (int length = 0; length < 300; length++) {
            byte[] content = new byte[length];
            random.nextBytes(content);

            assertThat(new Sha256().add(content).digest()).isEqualTo(jdk.digest(content));
        }
    }

    @Test
    void doesNotDependOnHowTheContentIsCut() throws NoSuchAlgorithmException {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            byte[] content = new byte[random.nextInt(1_000)];
            random.nextBytes(content);
            Sha256 hash = new Sha256();
            for (int from = 0; from < content.length; ) {
                int to = Math.min(content.length, from + random.nextInt(150));
                hash.add(Arrays.copyOfRange(content, from, to));
                from = to;
            }

            assertThat(hash.digest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(content));
        }
    }
}
