package com.mentormatch.account;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held, which phones write beside the pixels (EXIF tag 0x0112) instead of turning them. */
enum Orientation {

    NORMAL(0, false),
    MIRRORED(0, true),
    HALF_TURN(2, false),
    HALF_TURN_MIRRORED(2, true),
    TO_LEFT_MIRRORED(3, true),
    TO_RIGHT(1, false),
    TO_RIGHT_MIRRORED(1, true),
    TO_LEFT(3, false);

    private static final int TAG = 0x0112;

    /** Quarter turns to the right that put it upright. */
    private final int quarters;
    private final boolean mirrored;

    Orientation(int quarters, boolean mirrored) {
        this.quarters = quarters;
        this.mirrored = mirrored;
    }

    /** Mirrors first, then turns; about the origin. */
    AffineTransform upright() {
        var turn = AffineTransform.getQuadrantRotateInstance(quarters);
        if (mirrored) {
            turn.scale(-1, 1);
        }
        return turn;
    }

    static Orientation of(byte[] image) {
        try {
            return find(ByteBuffer.wrap(image));
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutOff) {
            return NORMAL;
        }
    }

    private static Orientation find(ByteBuffer image) {
        if (image.getShort(0) != (short) 0xFFD8) {
            return NORMAL;
        }
        var at = 2;
        while ((image.get(at) & 0xFF) == 0xFF && (image.get(at + 1) & 0xFF) != 0xDA) {
            var length = image.getShort(at + 2) & 0xFFFF;
            if ((image.get(at + 1) & 0xFF) == 0xE1 && image.getInt(at + 4) == 0x45786966) {
                return inside(image.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return NORMAL;
    }

    private static Orientation inside(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? values()[value - 1] : NORMAL;
            }
        }
        return NORMAL;
    }
}
