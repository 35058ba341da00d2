package com.mentormatch.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mentormatch.testing.Effort;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortraitTests {

    private final Portraits portraits = new Portraits();

    @Test
    void drawsASquareFromTheMiddle() throws IOException {
        var wide = new BufferedImage(1200, 600, BufferedImage.TYPE_INT_RGB);
        paint(wide, 0, 300, Color.RED);
        paint(wide, 300, 900, Color.GREEN);
        paint(wide, 900, 1200, Color.RED);
        var portrait = drawn(encode(wide, "png"));
        assertThat(portrait.getWidth()).isEqualTo(512);
        assertThat(portrait.getHeight()).isEqualTo(512);
        assertThat(new Color(portrait.getRGB(20, 256)).getGreen()).isGreaterThan(200);
        assertThat(new Color(portrait.getRGB(490, 256)).getGreen()).isGreaterThan(200);
    }

    @Test
    void putsTransparencyOnWhiteAndSmallOnesUp() throws IOException {
        var portrait = drawn(encode(new BufferedImage(3, 3, BufferedImage.TYPE_INT_ARGB), "png"));
        assertThat(new Color(portrait.getRGB(256, 256))).isEqualTo(Color.WHITE);
    }

    @Test
    void turnsWhatAPhoneHeldSideways() throws IOException {
        var held = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        paint(held, 0, 300, Color.GREEN);
        var upright = drawn(oriented(encode(held, "jpeg"), 6));
        assertThat(new Color(upright.getRGB(256, 20)).getGreen()).as("left became top").isGreaterThan(100);
        assertThat(new Color(upright.getRGB(256, 490)).getGreen()).isLessThan(60);
        var other = drawn(oriented(encode(held, "jpeg"), 8));
        assertThat(new Color(other.getRGB(256, 490)).getGreen()).as("left became bottom").isGreaterThan(100);
    }

    @Test
    void refusesABombBeforeDecodingIt() throws IOException {
        var huge = new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY);
        var bomb = encode(huge, "png");
        huge.flush();
        assertThat(bomb.length).isLessThan(Portraits.MOST_BYTES);
        var before = Effort.ofThisThread();
        assertThat(portraits.draw(bomb)).isEqualTo(new Portraits.Refused(Refusal.PHOTO_TOO_MANY_PIXELS));
        assertThat(Effort.ofThisThread().minus(before)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void refusesALongThinOne() throws IOException {
        var thin = encode(new BufferedImage(9_000, 1, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertThat(portraits.draw(thin)).isEqualTo(new Portraits.Refused(Refusal.PHOTO_TOO_MANY_PIXELS));
    }

    @Test
    void readsALineOfPixels() throws IOException {
        assertThat(drawn(encode(new BufferedImage(4_000, 1, BufferedImage.TYPE_INT_RGB), "png")).getWidth())
            .isEqualTo(512);
    }

    @Test
    void refusesWhatIsTooLargeOrMissing() {
        assertThat(portraits.draw(new byte[0])).isEqualTo(new Portraits.Refused(Refusal.PHOTO_MISSING));
        assertThat(portraits.draw(new byte[Portraits.MOST_BYTES + 1]))
            .isEqualTo(new Portraits.Refused(Refusal.PHOTO_TOO_LARGE));
    }

    @Test
    void leavesBehindWhatIsHiddenInTheFile() throws IOException {
        var picture = encode(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "jpeg");
        var script = "<script>alert(document.domain)</script>".getBytes(StandardCharsets.US_ASCII);
        var polyglot = Arrays.copyOf(picture, picture.length + script.length);
        System.arraycopy(script, 0, polyglot, picture.length, script.length);
        var drawn = (Portraits.Drawn) portraits.draw(polyglot);
        assertThat(new String(drawn.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("script", "alert");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoPhoto(byte[] upload) {
        assertThat(portraits.draw(upload)).isEqualTo(new Portraits.Refused(Refusal.PHOTO_UNREADABLE));
    }

    static Stream<byte[]> refusesWhatIsNoPhoto() throws IOException {
        var png = encode(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png");
        var gif = encode(new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        var broken = png.clone();
        Arrays.fill(broken, 20, 40, (byte) 0x41);
        return Stream.of("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(),
                "<?xml version='1.0'?><svg/>".getBytes(), "<html><script>alert(1)</script>".getBytes(),
                "%PDF-1.7".getBytes(), "PK\3\4".getBytes(), gif, broken, Arrays.copyOf(png, 30),
                new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
                new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, new byte[100]);
    }

    private BufferedImage drawn(byte[] upload) throws IOException {
        var result = portraits.draw(upload);
        assertThat(result).isInstanceOf(Portraits.Drawn.class);
        return ImageIO.read(new ByteArrayInputStream(((Portraits.Drawn) result).jpeg()));
    }

    private static void paint(BufferedImage image, int from, int to, Color color) {
        var pen = image.createGraphics();
        pen.setColor(color);
        pen.fillRect(from, 0, to - from, image.getHeight());
        pen.dispose();
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** The smallest EXIF there is: one directory of one entry. */
    private static byte[] oriented(byte[] jpeg, int orientation) {
        var exif = new byte[]{(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0,
                1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        var with = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, with, 0, 2);
        System.arraycopy(exif, 0, with, 2, exif.length);
        System.arraycopy(jpeg, 2, with, 2 + exif.length, jpeg.length - 2);
        return with;
    }
}
