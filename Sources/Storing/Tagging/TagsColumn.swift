import Foundation
import Model

/// Tags as the `tags` column keeps them.
///
/// Packed, because reports read them by the hundred thousand: as JSON, writing and reading them took
/// about half of a run's processor time. What searches and counts go by stands in columns of its own.
///
/// The reasons are most of it, and the tone toward a brand has nearly those of the whole text; they
/// are named by their places there. All places that name one brand share its tone, which is written
/// with the first: a post may name it a thousand times, for as many reasons.
enum TagsColumn {
    static func encode(_ tags: Tags) -> Data {
        var packed = PackedWriter(room: usualSize)
        packed.put(TagsLayout.present.rawValue)
        packed.put(tags.language.code.rawValue)
        packed.put(decimal: tags.language.confidence)
        packed.put(tags.language.also) { $0.put($1.rawValue) }
        packed.put(tags.sentiment.label, among: Cases.labels)
        packed.put(decimal: tags.sentiment.score)
        packed.put(tags.sentiment.evidence) { packed, evidence in
            put(evidence, in: &packed)
            packed.put(decimal: evidence.weight)
        }
        var lastRule = ""
        packed.put(tags.categories) { put($1, after: &lastRule, in: &$0) }
        var tones: [Brand.ID: Sentiment] = [:]
        packed.put(tags.mentions) { packed, tagged in
            let brand = tagged.mention.brand
            packed.put(brand.value)
            packed.put(tagged.mention.form)
            put(tagged.mention.field, tagged.mention.range, in: &packed)
            packed.put(decimal: tagged.mention.confidence)
            let isTold = tones[brand] == tagged.sentiment
            packed.put(isTold)
            if isTold { return }
            put(tagged.sentiment, beside: tags.sentiment.evidence, in: &packed)
            tones[brand] = tagged.sentiment
        }
        packed.put(tags.severity, among: Cases.severities)
        packed.put(tags.severityReason)
        packed.put(tags.team.value)
        packed.put(tags.teamReason)
        packed.put(tags.facets.facets) { packed, facet in
            packed.put(facet.value)
            packed.put(tags.facets[facet]) { put($1, after: &lastRule, in: &$0) }
        }
        return Data(packed.bytes)
    }

    /// - Parameter keepsReasons: Whether the evidence, by far the most of it, is read as well.
    static func decode(_ bytes: Data, keepsReasons: Bool = true) throws(Fault) -> Tags {
        do {
            var packed = PackedReader([UInt8](bytes))
            let number = try packed.number()
            guard let layout = TagsLayout(rawValue: number) else {
                throw TagsLayout.newer.contains(number) ? Fault.newer : .damaged
            }
            var reader = TagsReader(packed, layout: layout, keepsReasons: keepsReasons)
            return try reader.tags()
        } catch let fault as Fault {
            throw fault
        } catch {
            throw .damaged
        }
    }

    /// Why tags cannot be read.
    enum Fault: Error, Equatable {
        case damaged
        /// Laid out by a newer version of the program.
        case newer
    }

    /// The cases of each type, read once: a type makes its list anew each time.
    enum Cases {
        static let severities = Severity.allCases
        static let labels = Sentiment.Label.allCases
        static let fields = TextField.allCases
    }

    // MARK: - Private

    /// In bytes; of a post with some reasons.
    private static let usualSize = 1_024

    private static func put(
        _ tag: CategoryTag, after lastRule: inout String, in packed: inout PackedWriter
    ) {
        packed.put(tag.id.value)
        packed.put(decimal: tag.confidence)
        packed.put(tag.evidence) { packed, evidence in
            packed.put(evidence.rule, after: lastRule)
            lastRule = evidence.rule
            packed.put(evidence.term)
            put(evidence.field, evidence.range, in: &packed)
        }
    }

    /// The tone toward a brand, beside that of the whole text.
    private static func put(
        _ sentiment: Sentiment, beside known: [SentimentEvidence], in packed: inout PackedWriter
    ) {
        packed.put(sentiment.label, among: Cases.labels)
        packed.put(decimal: sentiment.score)
        var next = 0
        packed.put(sentiment.evidence) { packed, evidence in
            // Both are in reading order, so it is mostly the one behind the last.
            let place =
                known[next...].firstIndex { $0.isSameReason(as: evidence) }
                ?? known[..<next].firstIndex { $0.isSameReason(as: evidence) }
            if let place {
                packed.put(place + 1)
                next = place + 1
            } else {
                packed.put(0)
                put(evidence, in: &packed)
            }
            packed.put(decimal: evidence.weight)
        }
    }

    private static func put(_ evidence: SentimentEvidence, in packed: inout PackedWriter) {
        packed.put(evidence.term)
        put(evidence.field, evidence.range, in: &packed)
        packed.put(evidence.isNegated)
    }

    private static func put(
        _ field: TextField, _ range: Range<Int>, in packed: inout PackedWriter
    ) {
        packed.put(field, among: Cases.fields)
        packed.put(range.lowerBound)
        packed.put(range.count)
    }
}

/// How the column is laid out, which stands in its first byte; those before the present one are
/// read where they were written by earlier programs.
enum TagsLayout: Int, Comparable {
    /// Numbers in eight bytes, each reason in full.
    case first = 1
    /// The tone toward a brand again with each mention of it.
    case second = 2
    /// No facets, and every mention certain.
    case third = 3
    /// One language for each text.
    case fourth = 4
    case present = 5

    /// Those that later programs may write: each adds one, and damage hardly ever leaves so small a number.
    static let newer = present.rawValue + 1...63

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
}

extension SentimentEvidence {
    /// Whether it differs in weight alone.
    fileprivate func isSameReason(as other: Self) -> Bool {
        range == other.range && field == other.field && isNegated == other.isNegated
            && term == other.term
    }
}
