import Foundation
import Hashing
import Model
import Parsing

/// A row of somebody's file, as an entry.
struct ImportRow: Sendable {
    let source: Feed.ID
    let entry: Entry
    /// What it is known by where the file gives it no id: equal for rows with the same words.
    let fingerprint: String
    /// What it says, rating and all: equal for equal rows.
    let wording: String
    /// What its date shows of the order of day and month; `nil` where that is no question.
    let dateOrder: DayOrder.Sign?
    /// A zone of its date that we do not know.
    let unknownZone: String?
    /// Its rating, where that is a number alone.
    let rating: Double?
    /// Whether it is rated in a way that we cannot read.
    let hasUnknownRating: Bool
    /// Whether it says in such a way how likely its writer is to recommend the brand.
    let hasUnknownNPS: Bool
    /// The same of how easy the brand made it.
    let hasUnknownCES: Bool
    /// Whether it has more text, or a longer title, than is kept of one.
    let isCut: Bool
    /// Whether it is a mail that is longer than is read of one.
    var isOfCutMail = false

    /// What makes rows into entries.
    struct Reader: Sendable {
        /// Of rows that name none.
        let source: Feed.ID?
        var date: ImportDate
        /// What the best rating is that is a number alone.
        var bestRating = RatingScale.stars

        /// Five stars begin at one, and a 0 among them says that there are none; longer scales begin at 0.
        private var worstRating: Double { bestRating == RatingScale.stars ? 1 : 0 }

        /// - Throws: what is wrong with the row.
        func row(_ values: [ImportField: String]) throws(RowProblem) -> ImportRow {
            func value(_ field: ImportField) -> String? {
                let text = values[field]?.trimmingCharacters(in: .whitespacesAndNewlines)
                return text.flatMap { $0.isEmpty ? nil : SpreadsheetText.unguarded($0) }
            }
            // Many exports keep the mark-up that people wrote in.
            let html = value(.text) ?? ""
            let text = PlainText.text(ofHTML: html).nonEmpty
            let title = value(.title).map(PlainText.line(ofHTML:)).flatMap(\.nonEmpty)
            let rating = value(.rating).flatMap(RatingScale.number)
            let stars =
                rating.map { Stars(rating: $0, from: worstRating, of: bestRating) }
                ?? value(.rating).flatMap(Stars.init)
            let appraisal = Appraisal(
                stars: stars, recommendation: value(.nps).flatMap(Recommendation.init),
                effort: value(.ces).flatMap(CustomerEffort.init))
            guard text != nil || title != nil || !appraisal.isEmpty else {
                throw RowProblem("has no text")
            }
            let reading = try reading(of: value(.published))
            let published = reading?.date
            let address = value(.url)
            let link = address.flatMap(WebLink.link)
            let source = try source(named: value(.source))
            let author = value(.author)
            let parts = [
                source.value, address ?? "", title ?? "",
                text.map { PlainText.formerText($0, ofHTML: html) } ?? "", author ?? "",
                published.map(ContractJSON.timestamp) ?? "",
            ]
            // Rows are told apart by all that they say, also by what is not kept.
            let (cutTitle, cutText) = (title.flatMap(FieldLimit.cut), text.flatMap(FieldLimit.cut))
            var entry = Entry(
                id: Entry.ID(value(.id) ?? ""), link: link, title: cutTitle ?? title,
                text: appraisal.above(cutText ?? text),
                authors: author.map { [Person(name: $0)] } ?? [], published: published,
                language: value(.language).flatMap(LanguageCode.init(tag:)))
            entry.canonical = link.map { CanonicalLink.canonical($0) }
            return ImportRow(
                source: source, entry: entry, fingerprint: ContentHash.hex(of: parts),
                wording: ContentHash.hex(of: parts + [appraisal.wording]),
                dateOrder: reading?.order, unknownZone: reading?.unknownZone, rating: rating,
                hasUnknownRating: stars == nil && value(.rating) != nil,
                hasUnknownNPS: appraisal.recommendation == nil && value(.nps) != nil,
                hasUnknownCES: appraisal.effort == nil && value(.ces) != nil,
                isCut: cutTitle != nil || cutText != nil)
        }

        // MARK: - Private

        /// - Throws: that a date which is stated cannot be read.
        private func reading(of stated: String?) throws(RowProblem) -> ImportDate.Reading? {
            guard let stated else { return nil }
            if let reading = date.reading(stated) { return reading }
            let advice = ImportDate.isSerial(stated) ? ", but a spreadsheet's count of days" : ""
            throw RowProblem("'\(stated.prefix(40))' is no date we can read\(advice)")
        }

        private func source(named name: String?) throws(RowProblem) -> Feed.ID {
            if let source { return source }
            guard let name else {
                throw RowProblem("names no source, and none is given by --source")
            }
            guard Feed.ID(name).isPlain else {
                throw RowProblem("source '\(name.prefix(40))' is no id; give one by --source")
            }
            return Feed.ID(name)
        }
    }
}

/// Why a row cannot be taken over.
struct RowProblem: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension Feed.ID {
    /// Whether it is what a feeds file could call a source: `[a-z0-9][a-z0-9_-]*`, a hundred at most.
    var isPlain: Bool {
        (1...100).contains(value.utf8.count) && value.first != "-" && value.first != "_"
            && value.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
