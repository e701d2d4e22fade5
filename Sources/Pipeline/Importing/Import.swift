package import Foundation
package import Model
import Parsing
import Storing

/// Takes the rows of a file, or the mails of a mailbox, into the archive, through the same stages as what
/// feeds bring: `earshot import`.
///
/// The file is read in pieces, so its size does not matter. A row is known again by its id or, where
/// the file gives none, by all that it says; importing a file twice adds nothing.
package struct Import: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case csv
        case jsonLines = "jsonl"
    }

    package struct Options: Sendable {
        package var now: Date
        /// Of all rows; `nil` leaves it to a column.
        package var source: Feed.ID?
        /// What reports call the source.
        package var name: String?
        package var mapping = ImportMapping()
        /// `nil` goes by the file's first character.
        package var format: Format?
        /// As in a header; `nil` for UTF-8, or what the byte-order mark says.
        package var encoding: String?
        /// `nil` goes by the header.
        package var delimiter: Character?
        /// Of dates without one; `nil` for that of `rules/routing.yaml`.
        package var timeZone: TimeZone?
        package var isMonthFirst = false
        /// Whether the next digest counts the rows, whatever their dates.
        package var isNews = false
        package var isDryRun = false

        package init(now: Date) {
            self.now = now
        }
    }

    private let workspace: Workspace
    private let options: Options

    package init(workspace: Workspace, options: Options) {
        self.workspace = workspace
        self.options = options
    }

    /// Cancelling the task ends it between two batches; what was read until then is stored.
    ///
    /// - Parameters:
    ///   - path: `-` for standard input.
    ///   - progress: gets the bytes read and the file's size, where that is known.
    /// - Throws: `RunError.badInput` where nothing of the file can be understood; single rows that
    ///   cannot are in the report.
    package func execute(_ path: String, progress: (Int, Int) -> Void = { _, _ in })
        async throws(RunError) -> ImportReport
    {
        let configuration = try workspace.load()
        if let source = options.source, !source.isPlain {
            throw .badInput(
                "--source: '\(source)' is no id; write small letters, digits, - and _")
        }
        let source = try ImportSource(path: path, options: options)
        let look = try firstLook(at: source, configuration)
        var pass = try pass(of: source, configuration, look.habits)
        var report = ImportReport(
            file: path, isDryRun: options.isDryRun, encoding: try source.encoding(options))
        report.isOfMails = source.isOfMails
        report.unreadFolders = source.unreadFolders
        var sink = try sink(configuration, look)
        report.toldAhead = sink?.toldAhead
        report.foundMonthFirst = look.habits.isMonthFirst && !options.isMonthFirst
        report.bestRating = Int(look.habits.bestRating)
        // Where the ids were not read to their end, no row knows whether a later one overrules it.
        report.isPartial = Task.isCancelled
        while !report.isPartial, let items = try pass.next() {
            try await take(items, look, into: &sink, report: &report)
            progress(pass.bytesRead, source.size)
            report.isPartial = Task.isCancelled && !pass.isOver
        }
        try sink?.finish()
        if let columns = pass.columns {
            for (field, column) in columns.used { report.columns[field.rawValue] = column }
            report.unusedColumns = columns.unused
        } else if report.rows == 0, !report.isPartial, !source.isOfMails {
            throw .badInput("\(path): there is nothing in it")
        }
        try checkSomethingIsTaken(report)
        return report
    }

    // MARK: - Private

    /// Where rows go; `nil` for nowhere.
    private func sink(_ configuration: Configuration, _ look: FirstLook) throws(RunError)
        -> ImportSink?
    {
        guard !options.isDryRun else { return nil }
        let sink = try ImportSink(
            workspace, configuration, repeated: look.repeated, options: options)
        if let source = options.source, let name = options.name { try sink.name(source, name) }
        return sink
    }

    private func checkSomethingIsTaken(_ report: ImportReport) throws(RunError) {
        guard report.rows > 0, report.badRows >= report.rows else { return }
        let first = report.firstBadRows.first
        let noun = report.isOfMails ? "mail" : "row"
        let finding =
            report.rows == 1 ? "its one \(noun) cannot" : "none of the \(report.rows) \(noun)s can"
        throw .badInput(
            "\(report.file): \(finding) be taken over; \(report.isOfMails ? noun : "line") "
                + "\(first?.line ?? 0) \(first?.reason ?? "")")
    }

    /// What has to be known of the whole file before its first row is taken over.
    private struct FirstLook {
        var repeated: RepeatedRows
        var dayOrder: DayOrderOfDocument
        var ratings = RatingScale()
        /// In which it was read.
        let habits: Habits

        /// In which it turns out to be written.
        var shownHabits: Habits {
            Habits(
                isMonthFirst: habits.isMonthFirst || dayOrder.correction == .monthFirst,
                bestRating: ratings.best)
        }
    }

    /// How a file writes what can be written in several ways.
    private struct Habits: Hashable {
        var isMonthFirst: Bool
        var bestRating = RatingScale.stars
    }

    /// Reads the file for what comes again alone, and once more where its dates turn out to have the
    /// month first, or its ratings to go beyond five: rows are told apart by these, too.
    private func firstLook(at source: ImportSource, _ configuration: Configuration)
        throws(RunError) -> FirstLook
    {
        let usual = Habits(isMonthFirst: options.isMonthFirst)
        let look = try firstLook(at: source, configuration, usual)
        guard look.shownHabits != usual else { return look }
        return try firstLook(at: source, configuration, look.shownHabits)
    }

    private func firstLook(
        at source: ImportSource, _ configuration: Configuration, _ habits: Habits
    ) throws(RunError) -> FirstLook {
        var pass = try pass(of: source, configuration, habits, readsArchived: false)
        var look = FirstLook(
            repeated: RepeatedRows(fileSize: source.size),
            dayOrder: DayOrderOfDocument(known: habits.isMonthFirst ? .monthFirst : nil),
            habits: habits)
        while !Task.isCancelled, let items = try pass.next() {
            for case .row(let row, let line) in items {
                look.repeated.add(row, line: line)
                if let order = row.dateOrder { look.dayOrder.note(order, of: "", at: line) }
                if let rating = row.rating { look.ratings.note(rating) }
            }
        }
        try source.windBack()
        look.repeated.settle()
        return look
    }

    private func pass(
        of source: ImportSource, _ configuration: Configuration, _ habits: Habits,
        readsArchived: Bool = true
    ) throws(RunError) -> ImportPass {
        let zone =
            options.timeZone ?? TimeZone(identifier: configuration.rules.routing.timeZone) ?? .gmt
        let rows = ImportRow.Reader(
            source: options.source,
            date: ImportDate(
                timeZone: zone, isZoneStated: options.timeZone != nil,
                isMonthFirst: habits.isMonthFirst), bestRating: habits.bestRating)
        return try ImportPass(source, rows: rows, encoding: options.encoding) {
            file, rows throws(RunError) in
            try reader(of: file, rows, readsArchived: readsArchived)
        }
    }

    private func reader(of file: ImportFile, _ rows: ImportRow.Reader, readsArchived: Bool)
        throws(RunError) -> ImportReader
    {
        var start = try file.textStream(encoding: options.encoding)
        let head = start.utf8(of: file.head).withoutMark
        let signs = head.lazy.filter { !" \t\r\n".utf8.contains($0) }.prefix(2)
        let isJSON = signs.first == UInt8(ascii: "{")
        if signs.elementsEqual("[{".utf8) {
            throw .badInput(
                "\(file.path): is one JSON array; write each of its objects on a line of its own, as "
                    + "`jq -c '.[]'` does")
        }
        if let kind = ImportFile.otherKind(of: head) { throw .badInput("\(file.path): \(kind)") }
        let format = options.format ?? (isJSON ? .jsonLines : .csv)
        if format == .jsonLines { try checkIsInLines(head, of: file) }
        let delimiter =
            options.delimiter?.asciiValue ?? CSVReader.delimiter(ofHeader: head)
        return ImportReader(
            format: format, mapping: options.mapping, rows: rows, delimiter: delimiter,
            readsArchived: readsArchived)
    }

    /// - Parameter head: the file's beginning, in UTF-8.
    private func checkIsInLines(_ head: [UInt8], of file: ImportFile) throws(RunError) {
        guard options.delimiter == nil else {
            throw .badInput(
                "\(file.path): is JSON Lines, which have no delimiter; leave --delimiter out")
        }
        let isSpace = { (byte: UInt8) in " \t\r\n".utf8.contains(byte) }
        let text = head.drop(while: isSpace)
        // Of a line that goes on behind the beginning nobody has seen the end.
        guard let lineEnd = text.firstIndex(of: UInt8(ascii: "\n")) else { return }
        // What goes on below ends behind a bracket that opens, or between two members.
        let end = String(
            decoding: text[..<lineEnd].filter { !isSpace($0) }.suffix(2), as: UTF8.self)
        guard "{[".contains(end.last ?? " ") || end.last == "," && end != "}," else { return }
        // Where the next line is an object, too, the first one is a damaged row, and stops no other.
        let next = text[lineEnd...].first { !isSpace($0) }
        guard end.last == "[" || next != UInt8(ascii: "{") else { return }
        throw .badInput(
            "\(file.path): has JSON objects of several lines; write each on a line of its own, as "
                + "`jq -c .` does")
    }

    private func take(
        _ all: [ImportReader.Item], _ look: FirstLook, into sink: inout ImportSink?,
        report: inout ImportReport
    ) async throws(RunError) {
        let items = all.map { item -> ImportReader.Item in
            guard case .row(let row, let line) = item,
                let other = look.repeated.replacement(of: row, line: line)
            else { return item }
            let place = report.isOfMails ? "mail" : "line"
            return .bad(
                line: line, reason: "has the id of \(place) \(other), which counts in its place")
        }
        for batch in items.batches(of: Self.batchSize) {
            for item in batch {
                report.rows += 1
                switch item {
                case .bad(let line, let reason): report.add(badRowAt: line, reason)
                case .row(let row, _):
                    note(row, look, in: &report)
                case .archived:
                    guard options.source == nil, !options.isNews else {
                        throw .badInput(
                            "--source and --news are for rows; lines of export-archive, which are "
                                + "in here, say their sources and dates themselves")
                    }
                }
            }
            try await sink?.store(batch, report: &report)
        }
    }

    private func note(_ row: ImportRow, _ look: FirstLook, in report: inout ImportReport) {
        if case .guessed = row.dateOrder, look.dayOrder.doubt != nil { report.ambiguousDates += 1 }
        if row.unknownZone != nil { report.unknownZones += 1 }
        if row.hasUnknownRating { report.unknownRatings += 1 }
        if row.hasUnknownNPS { report.unknownNps += 1 }
        if row.hasUnknownCES { report.unknownCes += 1 }
        if row.isCut { report.cutTexts += 1 }
        if row.isOfCutMail { report.cutMails += 1 }
        if row.entry.published == nil, !options.isNews { report.undatedRows += 1 }
        if let said = row.entry.published, said > options.now { report.futureRows += 1 }
        if report.isDryRun, report.samples.count < 3 {
            report.samples.append(ImportReport.Sample(row))
        }
    }

    private static let batchSize = 500
}

extension ImportReport.Sample {
    fileprivate init(_ row: ImportRow) {
        self.init(
            source: row.source, published: row.entry.published, title: row.entry.title,
            text: row.entry.text?.shortened(to: 200), hasAuthor: !row.entry.authors.isEmpty)
    }
}

extension [UInt8] {
    /// Without the byte-order mark of UTF-8.
    var withoutMark: [UInt8] {
        starts(with: [0xEF, 0xBB, 0xBF]) ? Array(dropFirst(3)) : self
    }
}
