import Parsing

/// What is imported: rows of a file, a mailbox, a mail of its own or a folder of them; each can be read as
/// often as is wanted.
enum ImportSource {
    case rows(ImportFile)
    case mailbox(ImportFile)
    case mail(ImportFile)
    case folder(MailFolder)

    /// - Throws: `RunError.badInput` for what cannot be read.
    init(path: String, options: Import.Options) throws(RunError) {
        if path != "-", let folder = try MailFolder(path: path) {
            self = .folder(folder)
            return
        }
        let file = try ImportFile(path: path)
        if options.format != nil {
            self = .rows(file)
        } else if MailboxReader.isMailbox(file.head) {
            self = .mailbox(file)
        } else {
            self = MailDocument.isMail(file.head) ? .mail(file) : .rows(file)
        }
    }

    /// In bytes; 0 where it is not known.
    var size: Int {
        switch self {
        case .rows(let file), .mailbox(let file), .mail(let file): file.size
        case .folder(let folder): folder.size
        }
    }

    var isOfMails: Bool {
        if case .rows = self { false } else { true }
    }

    /// Folders of mails within the one that is read, which are not.
    var unreadFolders: [String] {
        if case .folder(let folder) = self { folder.folders } else { [] }
    }

    /// What its text is written in, as reports say it.
    func encoding(_ options: Import.Options) throws(RunError) -> String {
        if case .rows(let file) = self {
            try file.textStream(encoding: options.encoding).name
        } else {
            "mail"
        }
    }

    /// Has the next reading begin at the beginning.
    func windBack() throws(RunError) {
        switch self {
        case .rows(let file), .mailbox(let file), .mail(let file): try file.windBack()
        case .folder: break
        }
    }
}

/// One reading of what is imported, from its beginning to its end.
struct ImportPass {
    private enum State {
        case rows(ImportFile, ImportReader, TextStream)
        case mailbox(ImportFile, MailboxReader, ImportRow.Reader)
        case mail(ImportFile, ImportRow.Reader)
        case folder(MailFolder, ImportRow.Reader)
        case over
    }

    private var state: State
    private var isFirst = true
    private var nextMail = 0
    /// Columns by what they mean, and those that mean nothing to us; `nil` for mails, and where no row was
    /// met.
    private(set) var columns: (used: [ImportField: String], unused: [String])?
    private(set) var bytesRead = 0

    /// Whether all of it has been read.
    var isOver: Bool {
        if case .over = state { true } else { false }
    }

    /// - Parameter reader: of rows; that of mails has its source and dates.
    init(
        _ source: ImportSource, rows: ImportRow.Reader, encoding: String?,
        reader: (ImportFile, ImportRow.Reader) throws(RunError) -> ImportReader
    ) throws(RunError) {
        if source.isOfMails, rows.source == nil {
            throw .badInput(
                "mails do not say what they are; give all of them a source by --source ID")
        }
        switch source {
        case .rows(let file):
            state = .rows(file, try reader(file, rows), try file.textStream(encoding: encoding))
        case .mailbox(let file): state = .mailbox(file, MailboxReader(), rows)
        case .mail(let file): state = .mail(file, rows)
        case .folder(let folder): state = .folder(folder, rows)
        }
    }

    /// `nil` at the end.
    mutating func next() throws(RunError) -> [ImportReader.Item]? {
        let now = state
        // What is read into has one owner: with two, each piece would copy all that waits for the next.
        state = .over
        switch consume now {
        case .over: return nil
        case .rows(let file, var reader, var text):
            guard let chunk = try file.next() else {
                let items = try reader.finish(isCut: text.isInsideCharacter)
                columns = reader.columns
                return items
            }
            let bytes = text.utf8(of: chunk)
            let items = try reader.items(in: isFirst ? bytes.withoutMark : bytes)
            isFirst = false
            columns = reader.columns
            bytesRead = file.bytesRead
            state = .rows(file, reader, text)
            return items
        case .mailbox(let file, var reader, let rows):
            guard let chunk = try file.next() else {
                return reader.finish().compactMap { rows.item(of: $0) }
            }
            let mails = reader.mails(completedBy: chunk)
            bytesRead = file.bytesRead
            state = .mailbox(file, reader, rows)
            return mails.compactMap { rows.item(of: $0) }
        case .mail(let file, let rows):
            var bytes: [UInt8] = []
            while bytes.count <= MailboxReader.usualMaximum, let chunk = try file.next() {
                bytes += chunk
            }
            bytesRead = bytes.count
            return [rows.item(ofMail: bytes, number: 1, place: "")].compactMap(\.self)
        case .folder(let folder, let rows):
            guard nextMail < folder.names.count else { return nil }
            var items: [ImportReader.Item] = []
            for name in folder.names[nextMail...].prefix(Self.mailsAtOnce) {
                nextMail += 1
                do {
                    let bytes = try folder.mail(name)
                    bytesRead += bytes.count
                    let item = rows.item(ofMail: bytes, number: nextMail, place: name)
                    items += [item].compactMap(\.self)
                } catch {
                    items.append(.bad(line: nextMail, reason: "(\(name)) \(error.reason)"))
                }
            }
            state = .folder(folder, rows)
            return items
        }
    }

    // MARK: - Private

    private static let mailsAtOnce = 100
}

extension ImportRow.Reader {
    fileprivate func item(of mail: MailboxReader.Mail) -> ImportReader.Item? {
        item(
            ofMail: mail.bytes, isCut: mail.isCut, number: mail.number,
            place: "byte \(mail.offset)")
    }

    /// - Parameters:
    ///   - bytes: what is longer than a mail may be is read as far as that.
    ///   - isCut: whether it was longer already.
    ///   - place: where the mail begins; empty where there is but one.
    /// - Returns: `nil` for one that was thrown away, or that nobody wrote.
    fileprivate func item(
        ofMail bytes: [UInt8], isCut: Bool = false, number: Int, place: String
    ) -> ImportReader.Item? {
        func bad(_ reason: String) -> ImportReader.Item {
            .bad(line: number, reason: place.isEmpty ? reason : "(\(place)) \(reason)")
        }
        guard let mail = MailDocument(bytes.prefix(MailboxReader.usualMaximum)) else {
            return bad("is no mail")
        }
        guard !mail.isThrownAway, !mail.isAutomatic else { return nil }
        let values: [ImportField: String?] = [
            .id: mail.id, .title: mail.subject, .text: mail.html, .author: mail.author,
            .published: mail.date,
        ]
        do {
            var row = try row(values.compactMapValues(\.self))
            row.isOfCutMail = isCut || bytes.count > MailboxReader.usualMaximum
            return .row(row, line: number)
        } catch {
            return bad(error.reason)
        }
    }
}
