package io.metaexpert;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * SHA-256 (FIPS 180-4). That of the JDK is found by way of its security providers, which takes a tenth of a start; this one is for
 * telling contents apart, not for secrets. Not thread-safe.
 */
public final class Sha256 {
    private static final int BLOCK = 64;
    private static final int ROUNDS = 64;
    /** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
    private static final int[] K = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private final int[] state = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private final int[] words = new int[ROUNDS];
    private final byte[] block = new byte[BLOCK];
    private int fill;
    private long length;

    /** The hash of a text's UTF-8 bytes, hexadecimal. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash, hexadecimal. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(new Sha256().add(content).digest());
    }

    /** Takes more of the content. */
    public Sha256 add(byte[] content) {
        length += content.length;
        int from = 0;
        if (fill > 0) {
            from = Math.min(content.length, BLOCK - fill);
            System.arraycopy(content, 0, block, fill, from);
            fill += from;
            if (fill < BLOCK) {
                return this;
            }
            compress(block, 0);
            fill = 0;
        }
        for (; content.length - from >= BLOCK; from += BLOCK) {
            compress(content, from);
        }
        fill = content.length - from;
        System.arraycopy(content, from, block, 0, fill);
        return this;
    }

    /** The hash of all that was added; its last call, as the padding is then part of the content. */
    public byte[] digest() {
        long bits = length * Byte.SIZE;
        int zeros = (fill < BLOCK - Long.BYTES ? BLOCK : 2 * BLOCK) - Long.BYTES - fill;
        byte[] padding = new byte[zeros + Long.BYTES];
        padding[0] = (byte) 0x80;
        for (int i = 0; i < Long.BYTES; i++) {
            padding[zeros + i] = (byte) (bits >>> (Long.SIZE - Byte.SIZE * (i + 1)));
        }
        add(padding);
        byte[] digest = new byte[state.length * Integer.BYTES];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (state[i >> 2] >>> (24 - Byte.SIZE * (i & 3)));
        }
        return digest;
    }

    private void compress(byte[] content, int from) {
        schedule(content, from);
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        int e = state[4];
        int f = state[5];
        int g = state[6];
        int h = state[7];
        for (int i = 0; i < ROUNDS; i++) {
            int sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
            int added = h + sum1 + ((e & f) ^ (~e & g)) + K[i] + words[i];
            int sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
            h = g;
            g = f;
            f = e;
            e = d + added;
            d = c;
            int majority = (a & b) ^ (a & c) ^ (b & c);
            c = b;
            b = a;
            a = added + sum0 + majority;
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private void schedule(byte[] content, int from) {
        for (int i = 0, at = from; i < BLOCK / Integer.BYTES; i++, at += Integer.BYTES) {
            words[i] = (content[at] << 24)
                    | ((content[at + 1] & 0xff) << 16)
                    | ((content[at + 2] & 0xff) << 8)
                    | (content[at + 3] & 0xff);
        }
        for (int i = BLOCK / Integer.BYTES; i < ROUNDS; i++) {
            int x = words[i - 15];
            int y = words[i - 2];
            int small0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
            int small1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
            words[i] = words[i - 16] + small0 + words[i - 7] + small1;
        }
    }
}
