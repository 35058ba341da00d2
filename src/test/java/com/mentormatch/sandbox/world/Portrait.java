package com.mentormatch.sandbox.world;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** A face drawn from a name: no photo of anybody, and the same face each time. */
final class Portrait {

    static final int SIZE = 256;

    private static final Color[] GROUNDS = colors("CFE3D6", "F3D9B8", "D9DCEB", "F1CFC4", "DDE6C4", "CFE2E6", "E9D3E2",
            "F2E3B3", "C9D8C8", "E3D5C5");
    private static final Color[] SKINS = colors("F6D3B8", "E8B48F", "D39B72", "B97F57", "9A6544", "7C4E33", "5E3A27",
            "F0C6A0");
    private static final Color[] HAIRS = colors("2A211D", "5B3A26", "8A5A34", "B98A4A", "6E2F22", "C9A25B");
    private static final Color[] DARK = colors("2A211D", "3A2A20", "1D1D22", "332019");
    private static final Color[] GREY = colors("8C8C8A", "D8D3CB");
    private static final Color[] CLOTHES = colors("2F6B57", "C9743F", "3F5A7D", "7A3E4D", "D2A23C", "4E4A57", "5D7A45",
            "A8574B", "E7E1D6", "3E7C86");

    private final Graphics2D pen;
    private final Random choice;
    private final Color skin;
    private final Color hair;
    private final Color cloth;
    private final boolean bearded;
    private final int style;

    private Portrait(Graphics2D pen, String name, String face) {
        this.pen = pen;
        this.choice = new Random(name.chars().asLongStream().reduce(17, (hash, letter) -> hash * 1_000_003 + letter));
        var tone = face.charAt(0) - '0';
        this.skin = SKINS[tone];
        this.hair = hair(tone >= 2);
        this.cloth = one(CLOTHES);
        this.bearded = face.endsWith("m") && choice.nextInt(10) < 5;
        this.style = switch (face.charAt(1)) {
            case 'f' -> new int[]{1, 2, 5, 6, 1, 5}[choice.nextInt(6)];
            case 's' -> 7;
            default -> new int[]{0, 3, 4, 6, 3}[choice.nextInt(5)];
        };
    }

    /** @param face skin 0 to 7, then f, m, or s for a headscarf */
    static byte[] png(String name, String face) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        new Portrait(pen, name, face).draw();
        pen.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Color hair(boolean dark) {
        return choice.nextInt(6) == 0 ? GREY[choice.nextInt(GREY.length)] : one(dark ? DARK : HAIRS);
    }

    private void draw() {
        ground();
        hairBehind();
        body();
        head();
        hairInFront();
        features();
    }

    private void ground() {
        var ground = one(GROUNDS);
        fill(ground, new Rectangle2D.Double(0, 0, SIZE, SIZE));
        var second = mixed(ground, one(GROUNDS), 0.55);
        switch (choice.nextInt(4)) {
            case 0 -> fill(second, circle(186 + choice.nextInt(30), 70, 62));
            case 1 -> fill(second, new Arc2D.Double(-60, 120, 376, 300, 0, 180, Arc2D.CHORD));
            case 2 -> fill(second, path(0, 256, 0, 150, 90, 96, 170, 140, 256, 84, 256, 256));
            default -> {
                fill(second, circle(56, 76, 40));
                fill(mixed(second, ground, 0.4), circle(214, 130, 52));
            }
        }
    }

    private void body() {
        fill(mixed(skin, Color.BLACK, 0.14), new RoundRectangle2D.Double(108, 158, 40, 60, 30, 30));
        var shoulders = new Path2D.Double();
        shoulders.moveTo(34, 262);
        shoulders.curveTo(38, 214, 76, 204, 108, 196);
        shoulders.curveTo(116, 214, 140, 214, 148, 196);
        shoulders.curveTo(180, 204, 218, 214, 222, 262);
        shoulders.closePath();
        fill(cloth, shoulders);
        switch (choice.nextInt(4)) {
            case 0 ->
                fill(mixed(cloth, Color.BLACK, 0.2), path(108, 196, 128, 232, 148, 196, 156, 200, 130, 250, 100, 200));
            case 1 -> {
                pen.setClip(shoulders);
                for (var y = 214; y < SIZE; y += 16) {
                    fill(mixed(cloth, Color.WHITE, 0.28), new Rectangle2D.Double(0, y, SIZE, 6));
                }
                pen.setClip(null);
            }
            case 2 -> fill(mixed(cloth, Color.WHITE, 0.2), new RoundRectangle2D.Double(104, 190, 48, 18, 14, 14));
            default -> line(mixed(cloth, Color.BLACK, 0.25), 2.5f, path(128, 214, 128, 256));
        }
    }

    private void head() {
        var ear = mixed(skin, Color.BLACK, 0.07);
        fill(ear, circle(82, 132, 11));
        fill(ear, circle(174, 132, 11));
        fill(skin, new RoundRectangle2D.Double(82, 72, 92, 112, 92, 100));
    }

    private void hairBehind() {
        switch (style) {
            case 1 -> fill(hair, new RoundRectangle2D.Double(64, 54, 128, 158, 110, 90));
            case 2 -> fill(hair, new RoundRectangle2D.Double(68, 56, 120, 112, 110, 100));
            case 5 -> {
                fill(hair, circle(128, 48, 27));
                fill(hair, circle(128, 100, 56));
            }
            case 6 -> {
                for (var angle = 0; angle < 360; angle += 24) {
                    fill(hair, circle(128 + 52 * Math.cos(Math.toRadians(angle)),
                            102 + 48 * Math.sin(Math.toRadians(angle)), 22));
                }
            }
            case 7 -> fill(mixed(cloth, Color.BLACK, 0.12), new RoundRectangle2D.Double(64, 50, 128, 176, 120, 110));
            default -> {
            }
        }
    }

    private void hairInFront() {
        var top = new Area(new RoundRectangle2D.Double(78, 62, 100, 110, 100, 100));
        switch (style) {
            case 0 -> {
                top.subtract(new Area(new RoundRectangle2D.Double(84, 96, 88, 110, 60, 70)));
                fill(hair, top);
            }
            case 1, 2 -> {
                top.subtract(new Area(path(84, 180, 84, 128, 118, 90, 150, 100, 172, 124, 172, 180)));
                fill(hair, top);
            }
            case 3 -> {
                top.subtract(new Area(path(80, 180, 82, 112, 96, 104, 172, 88, 178, 180)));
                fill(hair, top);
                fill(hair, path(84, 100, 90, 58, 150, 46, 178, 76, 172, 104, 140, 84));
            }
            case 4 -> {
                top.intersect(new Area(new Rectangle2D.Double(70, 60, 116, 30)));
                fill(mixed(hair, skin, 0.35), top);
            }
            case 5, 6 -> {
                top.subtract(new Area(new Ellipse2D.Double(80, 92, 96, 130)));
                fill(hair, top);
            }
            default -> {
                var scarf = new Area(new RoundRectangle2D.Double(72, 54, 112, 150, 110, 110));
                scarf.subtract(new Area(new RoundRectangle2D.Double(86, 82, 84, 100, 84, 92)));
                fill(cloth, scarf);
            }
        }
    }

    private void features() {
        var ink = new Color(0x2B211C);
        var smile = choice.nextInt(6);
        fill(ink, new Ellipse2D.Double(103, 124, 9, 11));
        fill(ink, new Ellipse2D.Double(144, 124, 9, 11));
        var brow = mixed(style == 7 ? HAIRS[0] : hair, ink, 0.3);
        line(brow, 4, arc(98, 108, 20, 12, 30, 120));
        line(brow, 4, arc(138, 108, 20, 12, 30, 120));
        line(mixed(skin, Color.BLACK, 0.22), 3.5f, path(128, 130, 124, 146, 131, 148));
        line(mixed(new Color(0xA8443A), skin, 0.25), 4, arc(110, 140 + smile, 36, 24, 205, 130));
        var blush = mixed(skin, new Color(0xD9604A), 0.28);
        fill(blush, new Ellipse2D.Double(91, 142, 16, 10));
        fill(blush, new Ellipse2D.Double(149, 142, 16, 10));
        if (choice.nextInt(10) < 3) {
            line(ink, 3, circle(107, 129, 15));
            line(ink, 3, circle(149, 129, 15));
            line(ink, 3, path(122, 128, 134, 128));
        }
        if (bearded) {
            var beard = new Area(new RoundRectangle2D.Double(82, 72, 92, 116, 92, 104));
            beard.subtract(new Area(new Rectangle2D.Double(70, 60, 120, 84)));
            beard.subtract(new Area(new RoundRectangle2D.Double(106, 140, 44, 26, 26, 26)));
            fill(mixed(hair, skin, 0.1), beard);
        }
        if ((style == 2 || style == 5) && choice.nextBoolean()) {
            fill(CLOTHES[4], circle(82, 148, 4));
            fill(CLOTHES[4], circle(174, 148, 4));
        }
    }

    private void fill(Color color, Shape shape) {
        pen.setColor(color);
        pen.fill(shape);
    }

    private void line(Color color, float width, Shape shape) {
        pen.setColor(color);
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private Color one(Color[] colors) {
        return colors[choice.nextInt(colors.length)];
    }

    private static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape arc(double x, double y, double width, double height, double from, double extent) {
        return new Arc2D.Double(x, y, width, height, from, extent, Arc2D.OPEN);
    }

    private static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var at = 2; at < points.length; at += 2) {
            path.lineTo(points[at], points[at + 1]);
        }
        return path;
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(mix(one.getRed(), other.getRed(), share), mix(one.getGreen(), other.getGreen(), share),
                mix(one.getBlue(), other.getBlue(), share));
    }

    private static int mix(int one, int other, double share) {
        return (int) Math.round(one * (1 - share) + other * share);
    }

    private static Color[] colors(String... codes) {
        return Arrays.stream(codes).map(code -> new Color(Integer.parseInt(code, 16))).toArray(Color[]::new);
    }
}
