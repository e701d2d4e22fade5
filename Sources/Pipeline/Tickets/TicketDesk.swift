import Foundation
import Model
import Reporting
import RuleLoading
import Storing
import Ticketing

/// Decides which mentions become tickets and writes them, out of the archive and the rules.
struct TicketDesk: Sendable {
    private let store: Store
    private let configuration: Configuration
    private let tickets: TicketRules
    private let planner: TicketPlanner
    private let answers: AnswerTimes
    private let voices: OwnVoices
    private let now: Date
    private var rules: Rules { configuration.rules }

    /// - Returns: `nil` where the rules ask for no tickets.
    init?(store: Store, configuration: Configuration, now: Date) {
        guard let tickets = configuration.rules.routing.tickets,
            let planner = TicketPlanner(rules: configuration.rules, now: now)
        else { return nil }
        self.store = store
        self.configuration = configuration
        self.tickets = tickets
        self.planner = planner
        answers = AnswerTimes(configuration.rules.routing)
        voices = OwnVoices(
            brands: configuration.rules.brands,
            sources: Dictionary(configuration.feeds.listed.map { ($0.id, $0.source) }) {
                first, _ in first
            })
        self.now = now
    }

    /// - Returns: `nil` for what the rules make no ticket of, and for what an own brand says itself and
    ///   reprints of it, since nobody has to answer these.
    func plan(_ entry: HeardEntry, first: HeardEntry) -> TicketPlan? {
        let isReprint = voices.spoke(first) && first.date <= entry.date
        guard !voices.spoke(entry), !isReprint,
            let destination = planner.destination(of: entry)
        else { return nil }
        return TicketPlan(
            destination: destination.id, firstKey: key(of: first, at: destination),
            identity: key(of: entry, at: destination),
            answerBy: answers.deadline(of: entry),
            maximumComments: destination.terms.maximumComments,
            reopensWithin: destination.terms.reopensWithin)
    }

    /// The text of a delivery.
    ///
    /// - Parameters:
    ///   - previous: the ticket that its story had before.
    ///   - others: later deliveries to the same ticket; a comment covers those that say the same as
    ///     well.
    /// - Throws: where its entry has been forgotten meanwhile.
    func draft(
        of delivery: TicketDelivery, _ operation: TicketDelivery.Operation,
        to destination: TicketDestination, after previous: RemoteTicket?,
        before others: [TicketDelivery]
    ) throws(StoreError) -> TicketDraft {
        guard let sequence = delivery.entry else { return try list(delivery, to: destination) }
        guard let entry = try store.entry(sequence: sequence) else {
            throw .failed(reason: "the entry of delivery \(delivery.id) is gone")
        }
        let tellsOfCopies = operation == .comment && Self.mayTellOfCopies(delivery, destination)
        let copies = tellsOfCopies ? try copies(of: entry, among: others) : []
        // What is told of a listed story is told in the list, which its receiver knows by its own key.
        let listKey = operation == .comment ? try store.keyOfList(telling: delivery) : nil
        var context = TicketContext(
            entry: entry, key: listKey ?? delivery.key, identity: key(of: entry, at: destination),
            sourceName: sourceName(of: entry),
            related: copies.isEmpty
                ? try store.entries(ofStoryOf: entry, limit: Self.shown) : copies.map(\.entry),
            history: try store.history(ofAuthorOf: entry, limit: Self.shown),
            answerBy: answers.deadline(of: entry), previous: previous)
        context.relatedIsTold = !copies.isEmpty
        var draft = TicketWriter(rules: rules, destination: destination).draft(operation, context)
        if !copies.isEmpty {
            draft.told = copies.map(\.delivery.id)
            draft.toldIdentities = copies.map { key(of: $0.entry, at: destination) }
        }
        return draft
    }

    /// The outbox of one destination.
    func outbox(of destination: TicketDestination) -> Outbox {
        Outbox(
            due: {
                try store.dueDeliveries(
                    in: .tickets, to: destination.id, after: $0, now: $1,
                    longestWait: max(OutboxTable.longestWait, destination.terms.settleTime))
            },
            claim: { try store.claim($0, in: .tickets) },
            save: { try store.save($0, in: .tickets) },
            waiting: { try store.openDeliveries(in: .tickets, to: destination.id) },
            beginAnew: { delivery, isGone in
                let entry = try delivery.entry.flatMap { try store.entry(sequence: $0) }
                try store.beginAnew(
                    delivery, isGone: isGone, answerBy: entry.flatMap(answers.deadline), now: now)
            },
            draft: { delivery, operation in
                try draft(
                    of: delivery, operation, to: destination,
                    after: try store.previousTicket(to: delivery),
                    before: operation == .comment
                        ? try store.deliveries(behind: delivery) : [])
            },
            summarize: { now in
                try store.summarizeDeliveries(to: destination.id, now: now) { entries in
                    let key = TicketKey.key(
                        // Numbers begin again where an archive was lost.
                        ofSummary: entries.map { self.key(of: $0, at: destination) },
                        destination: destination.id,
                        installation: tickets.installation)
                    let draft = summary(of: entries, key: key, to: destination)
                    return (key, try draft.encoded())
                }
            })
    }

    /// Whether anything is on its way to a destination where we have tickets: one that was closed there
    /// may get a comment.
    func isAwaited(at destination: TicketDestination) throws(StoreError) -> Bool {
        guard try store.openDeliveries(in: .tickets, to: destination.id) > 0 else { return false }
        return try !store.placedTickets(of: destination.id).isEmpty
    }

    /// Reads how those tickets of a destination stand that have changed.
    ///
    /// - Returns: their ids.
    func readBack(
        _ destination: TicketDestination, _ system: any TicketSystem, _ session: TicketSession
    ) throws -> Set<String> {
        let begin = session.now
        // One that lies ahead was left by a clock that was wrong.
        let readTo = try store.ticketWatermark(of: destination.id).flatMap {
            $0 <= begin ? $0 : nil
        }
        let first = try store.firstTicketDate(of: destination.id).map { min($0, begin) }
        let watermark =
            readTo
            // If the archive was lost, a ticket from before that is older than anything known.
            ?? (first ?? begin)
            .addingTimeInterval(-TimeInterval(tickets.maximumAge.components.seconds))
        let ours = Dictionary(
            try store.placedTickets(of: destination.id).map { ($0.id, $0.place) }
        ) { latest, _ in latest }
        // One that its destination had elsewhere may have the id of a stranger's here.
        let statuses = try StatusReader(system: system, session: session).changes(
            after: watermark, of: Set(ours.keys)
        ) { id in ours[id].map(system.isHere) ?? false }
        // What changes from now on may have an earlier time where their clock is behind ours.
        let lag = TimeInterval(session.lag.components.seconds)
        try store.record(
            statuses, of: destination.id, readTo: begin.addingTimeInterval(lag > 60 ? -lag : 0))
        return Set(statuses.map(\.id))
    }

    /// Asks by their ids for open tickets of which no change was reported for a day.
    ///
    /// A ticket that was deleted is in no list of changes, nor is one that has lost the label or the
    /// field by which it is listed; both would be overdue for ever. Those are asked for by their keys
    /// whose address is none of this system or project, since the rules have named another one since.
    ///
    /// - Parameters:
    ///   - told: ids of tickets that were read just now.
    ///   - isListed: whether changes were read. If not, more tickets are asked for, also those made just
    ///     now and closed ones that were told something since, and each once an hour at most.
    /// - Returns: the ids of those that are no longer open.
    /// - Throws: what was seen before is kept.
    func askForSilent(
        _ destination: TicketDestination, _ system: any TicketSystem, _ session: TicketSession,
        besides told: Set<String>, isListed: Bool
    ) throws -> Set<String> {
        guard system.canFind, destination.system.isRemote else { return [] }
        // Changes during the reading must not be passed over the next time.
        let readTo =
            isListed ? try store.ticketWatermark(of: destination.id) ?? session.now : session.now
        let silent = try store.silentTickets(
            of: destination.id, since: readTo.addingTimeInterval(isListed ? -86_400 : -3_600),
            unlisted: !isListed, limit: isListed ? Self.mostAskedFor : Self.mostUnlisted)
        let strays = try store.placedTickets(of: destination.id).filter {
            $0.isOpen && !system.isHere($0.place)
        }
        var round = SilentTickets()
        let fault = round.ask(
            for: silent.filter { system.isHere($0.place) && !told.contains($0.id) }
                + strays.prefix(Self.mostUnlisted), system, session, at: readTo)
        for (key, place) in round.moved {
            try store.moveTicket(key, of: destination.id, to: place)
        }
        for key in round.left(besides: told) {
            try store.leaveTicket(key, of: destination.id, at: readTo)
        }
        let statuses = round.statuses(besides: told)
        try store.record(statuses, of: destination.id, readTo: readTo, areAll: isListed)
        // Tickets that kept others from being asked for come behind these in the next run.
        let passed = round.hidden + (round.isBrokenOff ? round.failed : [])
        try store.noteTickets(passed, of: destination.id, seenAt: readTo)
        if let fault { throw fault }
        return Set(statuses.filter { $0.phase != .open }.map(\.id))
    }

    // MARK: - Private

    private static let mostAskedFor = 20
    /// Of those whose changes are not read.
    static let mostUnlisted = 50

    private func key(of entry: HeardEntry, at destination: TicketDestination) -> String {
        TicketKey.key(of: entry, destination: destination.id, installation: tickets.installation)
    }

    /// - Returns: `false` for what was sent before, perhaps without the others, since a receiver may
    ///   know it by its name; and for a webhook that gets fields alone, which describe one mention.
    private static func mayTellOfCopies(
        _ delivery: TicketDelivery, _ destination: TicketDestination
    ) -> Bool {
        delivery.lastSentAt == nil
            && !(destination.system == .webhook && !destination.fields.custom.isEmpty)
    }

    /// Those of deliveries whose mentions say what an entry says, as many as one comment lists.
    private func copies(of entry: HeardEntry, among others: [TicketDelivery]) throws(StoreError)
        -> [(delivery: TicketDelivery, entry: HeardEntry)]
    {
        let mentions = try store.entries(numbered: others.compactMap(\.entry).sorted())
            .filter { $0.repeats(entry) }
        let bySequence = Dictionary(mentions.map { ($0.sequence, $0) }) { first, _ in first }
        let told = others.compactMap { other in
            other.entry.flatMap { bySequence[$0] }.map { (delivery: other, entry: $0) }
        }
        return Array(told.prefix(Self.mostCopies))
    }

    /// Of what is left of the mentions that it stands for.
    private func list(_ delivery: TicketDelivery, to destination: TicketDestination)
        throws(StoreError) -> TicketDraft
    {
        summary(of: try store.entries(listedBy: delivery), key: delivery.key, to: destination)
    }

    private func summary(
        of entries: [HeardEntry], key: String, to destination: TicketDestination
    ) -> TicketDraft {
        let gravest = entries.max { $0.tags.severity < $1.tags.severity }.map { entry in
            TicketContext(
                entry: entry, key: key, identity: self.key(of: entry, at: destination),
                sourceName: sourceName(of: entry), related: [], history: ([], 0),
                answerBy: answers.deadline(of: entry), previous: nil)
        }
        return TicketWriter(rules: rules, destination: destination)
            .summary(of: entries, key: key, gravest: gravest)
    }

    private func sourceName(of entry: HeardEntry) -> String {
        configuration.feeds.listed.first { $0.id == entry.feed }?.source.name ?? entry.feed.value
    }

    /// Posts of the same story, and of the same author, that a ticket names.
    private static let shown = 5
    /// More addresses, with as many marks, some systems do not take in one comment.
    private static let mostCopies = 20
}
