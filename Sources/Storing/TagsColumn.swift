import Foundation
import Model

/// Tags as the `tags` column keeps them.
///
/// Packed, because reports read them by the hundred thousand: as JSON, writing and reading them took
/// about half of a run's processor time. What searches and counts go by stands in columns of its own.
enum TagsColumn {
    /// Stands in the first byte; a change of the layout needs another one.
    private static let version = 1

    static func encode(_ tags: Tags) -> Data {
        var packed = PackedWriter()
        packed.put(version)
        packed.put(tags.language.code.rawValue)
        packed.put(tags.language.confidence)
        put(tags.sentiment, in: &packed)
        packed.put(tags.categories) { packed, category in
            packed.put(category.id.value)
            packed.put(category.confidence)
            packed.put(category.evidence) { packed, evidence in
                packed.put(evidence.rule)
                packed.put(evidence.term)
                put(evidence.field, evidence.range, in: &packed)
            }
        }
        packed.put(tags.mentions) { packed, tagged in
            packed.put(tagged.mention.brand.value)
            packed.put(tagged.mention.form)
            put(tagged.mention.field, tagged.mention.range, in: &packed)
            put(tagged.sentiment, in: &packed)
        }
        packed.put(tags.severity)
        packed.put(tags.severityReason)
        packed.put(tags.team.value)
        packed.put(tags.teamReason)
        return Data(packed.bytes)
    }

    static func decode(_ bytes: Data) throws(PackedReader.Damage) -> Tags {
        var packed = PackedReader([UInt8](bytes))
        guard try packed.number() == version else { throw PackedReader.Damage() }
        let tags = Tags(
            language: DetectedLanguage(
                code: LanguageCode(rawValue: try packed.text()), confidence: try packed.double()),
            sentiment: try sentiment(&packed), categories: try packed.list(category),
            mentions: try packed.list(mention), severity: try packed.choice(of: Severity.self),
            severityReason: try packed.text(), team: Team.ID(try packed.text()),
            teamReason: try packed.text())
        guard packed.isAtEnd else { throw PackedReader.Damage() }
        return tags
    }

    // MARK: - Private: writing

    private static func put(_ sentiment: Sentiment, in packed: inout PackedWriter) {
        packed.put(sentiment.label)
        packed.put(sentiment.score)
        packed.put(sentiment.evidence) { packed, evidence in
            packed.put(evidence.term)
            put(evidence.field, evidence.range, in: &packed)
            packed.put(evidence.weight)
            packed.put(evidence.isNegated)
        }
    }

    private static func put(
        _ field: TextField, _ range: Range<Int>, in packed: inout PackedWriter
    ) {
        packed.put(field)
        packed.put(range.lowerBound)
        packed.put(range.count)
    }

    // MARK: - Private: reading

    private static func sentiment(_ packed: inout PackedReader) throws(PackedReader.Damage)
        -> Sentiment
    {
        Sentiment(
            label: try packed.choice(of: Sentiment.Label.self), score: try packed.double(),
            evidence: try packed.list { packed throws(PackedReader.Damage) in
                SentimentEvidence(
                    term: try packed.text(), field: try packed.choice(of: TextField.self),
                    range: try range(&packed), weight: try packed.double(),
                    isNegated: try packed.flag())
            })
    }

    private static func category(_ packed: inout PackedReader) throws(PackedReader.Damage)
        -> CategoryTag
    {
        CategoryTag(
            id: Model.Category.ID(try packed.text()), confidence: try packed.double(),
            evidence: try packed.list { packed throws(PackedReader.Damage) in
                CategoryEvidence(
                    rule: try packed.text(), term: try packed.text(),
                    field: try packed.choice(of: TextField.self), range: try range(&packed))
            })
    }

    private static func mention(_ packed: inout PackedReader) throws(PackedReader.Damage)
        -> TaggedMention
    {
        TaggedMention(
            mention: Mention(
                brand: Brand.ID(try packed.text()), form: try packed.text(),
                field: try packed.choice(of: TextField.self), range: try range(&packed)),
            sentiment: try sentiment(&packed))
    }

    private static func range(_ packed: inout PackedReader) throws(PackedReader.Damage)
        -> Range<Int>
    {
        let start = try packed.number()
        let (end, isTooFar) = start.addingReportingOverflow(try packed.number())
        guard !isTooFar else { throw PackedReader.Damage() }
        return start..<end
    }
}
