package com.mentormatch.mentor;

import com.mentormatch.mentor.MentorFilter.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some cards of a list without a known length.
 *
 * @param after cursor of the next page; null on the last one
 * @param asked every part of the filter that narrowed the list
 * @param order by what the list is sorted, where what was asked for says nothing
 * @param wouldHelp where the list is empty: the parts that, dropped alone, would fill it
 * @param meant where the list is empty: words that were probably meant, and find somebody
 */
public record CardPage(List<MentorCard> cards, @Nullable String after, List<Part> asked, MentorOrder order,
        List<Part> wouldHelp, @Nullable String meant) {}
