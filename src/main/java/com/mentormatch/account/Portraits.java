package com.mentormatch.account;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a square portrait of whatever somebody uploads, or says why not.
 *
 * <p>An image of a few hundred kilobytes can decode to hundreds of megabytes, so its header is asked for the size before
 * a pixel is read, what is read is thinned out on the way, and one image is decoded at a time. Only PNG and JPEG are
 * read at all, told by their first bytes and not by what the upload calls itself: SVG, which can carry scripts, never
 * reaches a parser. The pixels are written as a new JPEG; what else was in the file, such as a second file behind it or
 * the place the photo was taken at, is not carried over.
 */
@Component
class Portraits {

    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int SIDE = 512;
    private static final int LONGEST_SIDE = 8_000;
    private static final long MOST_PIXELS = 26_000_000;

    sealed interface Result {}

    /** @param version digest of the bytes, part of the photo's address */
    record Drawn(byte[] jpeg, String version) implements Result {}

    record Refused(Refusal why) implements Result {}

    private final Semaphore lane = new Semaphore(1, true);

    Result draw(byte[] upload) {
        if (upload.length == 0) {
            return new Refused(Refusal.PHOTO_MISSING);
        }
        if (upload.length > MOST_BYTES) {
            return new Refused(Refusal.PHOTO_TOO_LARGE);
        }
        var reader = reader(upload);
        if (reader.isEmpty()) {
            return new Refused(Refusal.PHOTO_UNREADABLE);
        }
        try {
            if (!lane.tryAcquire(10, TimeUnit.SECONDS)) {
                return new Refused(Refusal.TOO_MANY_TRIES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(Refusal.TOO_MANY_TRIES);
        }
        try {
            return decode(reader.get(), upload);
        } catch (IOException | RuntimeException malformed) {
            return new Refused(Refusal.PHOTO_UNREADABLE);
        } finally {
            reader.get().dispose();
            lane.release();
        }
    }

    private static Optional<ImageReader> reader(byte[] upload) {
        var start = HexFormat.of().formatHex(upload, 0, Math.min(8, upload.length));
        var format = start.startsWith("ffd8ff") ? "jpeg" : start.equals("89504e470d0a1a0a") ? "png" : null;
        if (format == null) {
            return Optional.empty();
        }
        var readers = ImageIO.getImageReadersByFormatName(format);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    private static Result decode(ImageReader reader, byte[] upload) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (Math.max(width, height) > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                return new Refused(Refusal.PHOTO_TOO_MANY_PIXELS);
            }
            var thinned = reader.getDefaultReadParam();
            var step = Math.max(1, Math.min(width, height) / SIDE / 2);
            thinned.setSourceSubsampling(step, step, 0, 0);
            var portrait = square(reader.read(0, thinned), Orientation.of(upload));
            var jpeg = write(portrait);
            return new Drawn(jpeg, version(jpeg));
        }
    }

    /** The middle of it, upright, on white where it was transparent. */
    private static BufferedImage square(BufferedImage image, Orientation orientation) {
        var side = Math.min(image.getWidth(), image.getHeight());
        var portrait = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var pen = portrait.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, SIDE, SIDE);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        var place = new AffineTransform();
        place.translate(SIDE / 2.0, SIDE / 2.0);
        place.concatenate(orientation.upright());
        place.scale((double) SIDE / side, (double) SIDE / side);
        place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        pen.drawImage(image, place, null);
        pen.dispose();
        return portrait;
    }

    private static byte[] write(BufferedImage portrait) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(0.86f);
            writer.setOutput(output);
            var plain = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(portrait), quality);
            writer.write(null, new IIOImage(portrait, null, plain), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String version(byte[] jpeg) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jpeg), 0, 8);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
