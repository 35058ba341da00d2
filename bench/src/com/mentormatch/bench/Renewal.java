package com.mentormatch.bench;

import com.mentormatch.shared.Ids;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The parameters of a recorded transaction for doing it once more, as another one. An id that was made with the
 * recorded request is another one each time, the same throughout; ids tell when they were made. Held cells move on.
 */
final class Renewal {

    private static final Pattern ID = Pattern
        .compile("\\p{XDigit}{8}(-?)\\p{XDigit}{4}\\1\\p{XDigit}{4}\\1\\p{XDigit}{4}\\1\\p{XDigit}{12}");

    private final long recordedAt;
    private final int cellsOn;
    private final Map<UUID, UUID> renewed = new HashMap<>();

    /** @param cellsOn how many quarters of an hour later the time is held */
    Renewal(Instant recordedAt, int cellsOn) {
        this.recordedAt = recordedAt.toEpochMilli();
        this.cellsOn = cellsOn;
    }

    List<Serializable> of(Sent sent) {
        var held = sent.sql().startsWith("INSERT INTO hold ");
        var parameters = new ArrayList<Serializable>();
        for (var parameter : sent.parameters()) {
            parameters.add(switch (parameter) {
                case byte[] id when id.length == 16 -> Ids.bytes(renew(Ids.of(id)));
                case String text -> ID.matcher(text).replaceAll(this::renew);
                case Integer cell when held -> cell + cellsOn;
                case null, default -> parameter;
            });
        }
        return parameters;
    }

    private String renew(MatchResult found) {
        var digits = found.group().replace("-", "");
        var id = new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
        var other = renew(id).toString();
        return found.group(1).isEmpty() ? other.replace("-", "") : other;
    }

    private UUID renew(UUID id) {
        var madeAt = id.getMostSignificantBits() >>> 16;
        return madeAt < recordedAt ? id : renewed.computeIfAbsent(id, _ -> Ids.next());
    }
}
