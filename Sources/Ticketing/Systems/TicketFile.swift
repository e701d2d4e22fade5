import Foundation
import Model

/// Tickets as lines of files, for whatever else reads them: JSON Lines or CSV, a file for each day.
///
/// A line is written whole and flushed. A line that a killed process left half-written is cut off
/// before the next one; so a reader that takes only whole lines sees each ticket and each comment once.
/// What was there before is read once, however many lines are written.
final class TicketFile: TicketSystem {
    let canFind = true
    private let folder: String
    private let format: any TicketFileFormat
    /// What lines are dated by; `nil` for the clock of the session.
    private let now: Date?
    /// `key` of tickets, `key number` of comments; read from the folder at the first question.
    private var known: Set<String>?
    /// The file of the last line, kept open for the next.
    private var tail: WholeLineFile?

    init(folder: String, format: any TicketFileFormat, now: Date? = nil) {
        self.folder = folder
        self.format = format
        self.now = now
    }

    func isHere(_ ticket: RemoteTicket) -> Bool { ticket.address == nil }

    func find(_ key: String, _ session: TicketSession) throws(DeliveryFault) -> RemoteTicket? {
        try lines().contains(key) ? RemoteTicket(id: key, wasFound: true) : nil
    }

    func create(_ draft: TicketDraft, _ session: TicketSession) throws(DeliveryFault)
        -> RemoteTicket
    {
        try append(draft, .create, session)
        known?.insert(draft.key)
        return RemoteTicket(id: draft.key)
    }

    func comment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault)
    {
        try append(draft, .comment, session)
        known?.insert(draft.rowName)
    }

    func hasComment(_ draft: TicketDraft, on ticket: RemoteTicket, _ session: TicketSession)
        throws(DeliveryFault) -> Bool?
    {
        try lines().contains(draft.rowName)
    }

    /// Nobody answers in a file.
    func changes(since: Date, isOurs: (String) -> Bool, _ session: TicketSession)
        throws(DeliveryFault) -> [TicketStatus]
    {
        []
    }

    // MARK: - Private

    private func lines() throws(DeliveryFault) -> Set<String> {
        if let known { return known }
        var found: Set<String> = []
        do {
            if FileManager.default.fileExists(atPath: folder) {
                for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
                where name.hasSuffix(format.ending) {
                    let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
                    for row in format.rows(of: [UInt8](bytes)).rows {
                        found.insert(
                            row.operation == .create ? row.key : "\(row.key) \(row.number)")
                    }
                }
            }
        } catch {
            throw .unsent("\(folder): cannot be read (\(error.localizedDescription))")
        }
        known = found
        return found
    }

    private func append(
        _ draft: TicketDraft, _ operation: TicketDelivery.Operation, _ session: TicketSession
    ) throws(DeliveryFault) {
        let moment = now ?? session.clock.now()
        let day = ContractJSON.timestamp(moment).prefix(10)
        let path = "\(folder)/tickets-\(day)\(format.ending)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750])
        } catch {
            throw .unsent("\(folder): cannot be made (\(error.localizedDescription))")
        }
        do {
            let file = try openFile(path)
            var bytes = file.end == 0 ? format.head : []
            bytes += format.row(draft, operation, at: moment)
            try file.append(bytes)
        } catch let fault as DeliveryFault {
            throw fault
        } catch {
            // What of it is there is not known; the files are looked at anew before the next line.
            (tail, known) = (nil, nil)
            throw .unclear("\(path): cannot be written (\(error.localizedDescription))")
        }
    }

    private func openFile(_ path: String) throws -> WholeLineFile {
        if let tail, tail.path == path, tail.isUnchanged { return tail }
        let file = try WholeLineFile(path) { [format] in format.rows(of: $0).end }
        tail = file
        return file
    }
}

/// How a ticket is written as a line, and read again.
protocol TicketFileFormat: Sendable {
    var ending: String { get }
    /// What a file begins with.
    var head: [UInt8] { get }

    /// One line, its end included.
    func row(_ draft: TicketDraft, _ operation: TicketDelivery.Operation, at moment: Date)
        -> [UInt8]

    /// The whole rows of a file, and where they end.
    func rows(of bytes: [UInt8]) -> (rows: [TicketFileRow], end: Int)
}

/// What must be known of a row that was written before.
struct TicketFileRow {
    let operation: TicketDelivery.Operation
    let key: String
    let number: String
}

extension TicketDraft {
    /// As the rows of files name it.
    fileprivate var rowName: String { "\(key) \(facts[.number] ?? "")" }
}
