package import Foundation
package import Model
package import Storing

/// What `earshot import` took over.
package struct ImportReport: Sendable, Encodable {
    package struct BadRow: Sendable, Encodable {
        /// Of mails, the number of the mail.
        package let line: Int
        package let reason: String
    }

    /// A row as it is understood, for a look before anything is stored.
    package struct Sample: Sendable, Encodable {
        package let source: Feed.ID
        package let published: Date?
        package let title: String?
        package let text: String?
        package let hasAuthor: Bool
    }

    package var file: String
    package var isDryRun: Bool
    package var encoding: String
    /// Whether it is of mails and of no rows.
    package var isOfMails = false
    /// Folders of mails within the one that was read, which were not.
    package var unreadFolders: [String] = []
    /// Columns by what they were taken for.
    package var columns: [String: String] = [:]
    package var unusedColumns: [String] = []
    package var rows = 0
    package var newEntries = 0
    package var changedEntries = 0
    /// Rows that the archive had already.
    package var knownEntries = 0
    /// Of the new and the changed, those that name no brand and are in no report.
    package var entriesWithoutMention = 0
    /// Rows that were erased on request or have expired, and do not come back.
    package var unwantedEntries = 0
    package var badRows = 0
    /// The first hundred.
    package var firstBadRows: [BadRow] = []
    /// Dates such as 03/04/2026, that might be meant the other way round; none with
    /// `--month-first`, which says how they are meant, and none where others of the file do.
    package var ambiguousDates = 0
    /// Whether the month is taken to stand first as there are dates with a day above twelve behind it,
    /// and none with one before it.
    package var foundMonthFirst = false
    /// Dates that name a zone which is not known, and are read as if they named none.
    package var unknownZones = 0
    /// Out of how many ratings are that are a number alone: five, or ten or a hundred as those above
    /// show.
    package var bestRating = 5
    /// Ratings that are none, and are left out.
    package var unknownRatings = 0
    /// Answers to how likely somebody is to recommend a brand that are no whole number from 0 to 10, and
    /// are left out.
    package var unknownNps = 0
    /// Answers to how easy a brand made it that are no whole number from 1 to 7, and are left out.
    package var unknownCes = 0
    /// Rows with more text than is kept of one, which end where that does.
    package var cutTexts = 0
    /// Mails of more than 16 MiB, which are read as far as that.
    package var cutMails = 0
    /// Rows that are dated after the moment of the import, and count as said at it.
    package var futureRows = 0
    /// Rows without a date, which are in no day's figures; none with `--news`.
    package var undatedRows = 0
    package var newEntriesBySource: [String: Int] = [:]
    package var samples: [Sample] = []
    /// Ended before the end of the file; imported again, it goes on.
    package var isPartial = false
    /// Why no digest before a time far ahead counts what `--news` took over; `nil` where the next does.
    package var toldAhead: ToldAhead?

    /// Why the command has not done what was asked of it; `nil` where it has.
    package var failure: RunError? {
        isPartial ? .endedEarly("\(file): \(progressAtEnd)") : nil
    }

    /// How far an import came that was ended.
    var progressAtEnd: String {
        let noun = isOfMails ? "mail" : "row"
        return
            "ended early, after \(rows.counted(noun)); import it again, and what is stored is not "
            + "stored twice"
    }

    mutating func add(badRowAt line: Int, _ reason: String) {
        badRows += 1
        if firstBadRows.count < 100 {
            firstBadRows.append(BadRow(line: line, reason: reason))
        }
    }
}
