import Fetching
import Foundation
import Model
import Scheduling

/// A poll on its way: what its documents have brought so far, and which are still to be fetched.
struct PollDraft: Sendable {
    let feed: Feed
    let hints: AnswerHints
    let secondsAhead: Double?
    /// Of the first document's body.
    private let bodyHash: String?
    private var hasPutOff = false
    /// Whether a page is put off that was not put off before.
    private var hasPutOffAnew = false
    /// Whether a page is not put off any more that was put off before.
    private var hasCaughtUp = false
    /// As remembered before the poll.
    let state: FeedState
    private(set) var wishes: FeedWishes?
    private(set) var newEntries = 0
    private(set) var knownEntries = 0
    /// Of the known, those that say nothing of how far the list reaches back.
    private var pinnedEntries = 0
    private(set) var entryCount = 0
    /// Entries to be stored, each once.
    private(set) var changed: [Changed] = []
    private(set) var problems: [ParseProblem] = []
    var cost: [FetchTiming]
    /// Where its first document is kept as it came; `nil` where there was something in it.
    var kept: KeptPlace?
    /// Since when the feed has been listened to, where it has not answered under this id since then.
    var listenedSince: Date?
    /// Whether nothing was cut off: entries of a list that was cut at the limit might stay hidden
    /// behind the next 304.
    private(set) var isComplete = true
    /// Whether the list goes on and is not read there; with entries that are new to us, if all are that
    /// were read.
    private(set) var isCutOff = false
    /// Where the feed goes on, if it is to be followed there.
    private(set) var nextPage: String?
    private let request: FetchRequest
    private let newValidators: Validators?
    private var pages = 0
    private var seenPages: Set<String>
    private var seenEntries: Set<Entry.ID> = []
    private var ownPages = OwnPages()

    /// An entry that is new or has changed since.
    struct Changed: Sendable {
        let entry: Entry
        fileprivate(set) var hash: String
        let hasOwnTitle: Bool
        /// Whether its feed has told it before, as another entry, or may have: it is no news.
        let isRetold: Bool
        /// Whether its page was put off by an earlier poll.
        fileprivate let wasPutOff: Bool
        /// From the entry's own page, where the feed only begins it.
        var pageText: String?

        var full: Entry {
            var full = entry
            full.text = pageText ?? entry.text
            return full
        }
    }

    init(_ fetched: FetchedFeed, document: FetchedDocument, before state: FeedState) {
        feed = fetched.request.feed
        request = fetched.request
        // The document itself is not kept: it may be large, and further ones may take long to come.
        hints = document.hints
        secondsAhead = fetched.secondsAhead
        bodyHash = document.bodyHash
        newValidators = document.validators
        self.state = state
        cost = [fetched.timing]
        seenPages = [document.url ?? ""]
    }

    /// - Parameters:
    ///   - known: content hashes of those entries that are stored already.
    ///   - unwanted: entries that were once stored, or must not be.
    ///   - retold: new ones that the feed has told before, or had before it was read so far.
    mutating func add(
        _ parsed: ParsedDocument, known: [Entry.ID: String], unwanted: Set<Entry.ID> = [],
        retold: Set<Entry.ID> = []
    ) {
        pages += 1
        let isThread = isThread(parsed)
        let isCut = parsed.feed.hints.isCut
        if isCut { isCutOff = true }
        if pages == 1 {
            wishes = FeedWishes(parsed)
            // The first page of a thread stays as it is while others are written behind it.
            isComplete = !isCut && !(isThread && parsed.feed.hints.next != nil)
        }
        // The rest comes with the next poll, if that has the page sent whole.
        if parsed.feed.hints.isCutOff { isComplete = false }
        problems += parsed.problems
        entryCount += parsed.entries.count
        let titles = ThreadTitles(of: parsed.entries)
        var overlap = 0
        for entry in parsed.entries where seenEntries.insert(entry.id).inserted {
            ownPages.note(entry)
            guard !unwanted.contains(entry.id) else {
                overlap += 1
                continue
            }
            let hash = Intake.contentHash(of: entry)
            let stored = known[entry.id]
            if stored == nil { newEntries += 1 } else { overlap += 1 }
            guard stored != hash else { continue }
            changed.append(
                Changed(
                    entry: entry, hash: hash, hasOwnTitle: titles.isOwnTitle(of: entry),
                    isRetold: retold.contains(entry.id),
                    wasPutOff: stored.map(TaggedEntry.isPutOff) ?? false))
        }
        knownEntries += overlap
        if pages == 1 {
            pinnedEntries = Self.pinnedEntries(of: parsed.entries) {
                known[$0.id] != nil || unwanted.contains($0.id)
            }
            overlap -= pinnedEntries
        }
        nextPage = next(of: parsed, overlap: overlap, isThread: isThread)
    }

    /// How many known entries show that the list reaches back to what it held before.
    var overlap: Int { knownEntries - pinnedEntries }

    mutating func note(_ problem: String) {
        problems.append(ParseProblem(line: 1, column: 1, message: problem))
    }

    /// The validators that the next poll may send: those of what has been stored whole.
    ///
    /// If a page was put off just now, none are sent, since a server that has nothing new would then
    /// keep the page from being asked for. Pages that fail each time, however, must not have the whole
    /// document sent each time. It is sent once, and again as long as entries come that had been put
    /// off, as with a host that gives one page a run.
    var validators: Validators? {
        hasPutOffAnew || hasPutOff && hasCaughtUp ? nil : recognition
    }

    /// The validators by which the document can be recognised, whether or not they may be sent.
    ///
    /// After a partial answer (226) they are still those of the last whole document.
    var recognition: Validators? {
        if hints.isDelta { return state.validators }
        return isComplete ? newValidators : nil
    }

    /// The hash by which the next poll recognises the same bytes as nothing new; `nil` if that would
    /// keep something from being read that is still to be had.
    var heldBodyHash: String? {
        guard isComplete else { return nil }
        return hasPutOff ? request.markOfNoBody : bodyHash
    }

    /// What is dated from then on is news; `nil` where everything is, or at a first poll nothing.
    func newsBegins(by scheduler: PollScheduler) -> Date? {
        listenedSince
            ?? scheduler.newsBegins(
                in: feed, state, entries: (new: newEntries, known: knownEntries), hints)
    }

    // MARK: Further documents

    mutating func takeNextPage() -> FetchRequest? {
        defer { nextPage = nil }
        return nextPage.map {
            FetchRequest(
                feed: feed, address: .url($0), purpose: request.purpose, isFurther: true,
                credentials: request.credentials)
        }
    }

    /// Goes without a further page, which cannot be had.
    mutating func leaveOutPage(_ reason: String) {
        isCutOff = true
        note("a further page: \(reason)")
    }

    /// Places in `changed` whose full text stands on a page of its own.
    var pagesToRead: [Int] { Array(linked.prefix(Self.mostPagesToRead)) }

    /// Tells of entries that keep the text of their feed, as more are new than pages are read at once.
    mutating func noteUnreadPages() {
        let unread = linked.count - Self.mostPagesToRead
        guard unread > 0 else { return }
        note(
            "full text: no more than \(Self.mostPagesToRead) pages are read at a time; \(unread) "
                + "\(unread == 1 ? "entry keeps" : "entries keep") the text of the feed")
    }

    func pageRequest(at index: Int) -> FetchRequest? {
        changed[index].entry.link.map {
            FetchRequest(
                feed: feed, address: .url(CanonicalLink.target(of: $0)), purpose: .page,
                isFurther: true, credentials: request.credentials)
        }
    }

    mutating func take(_ page: Result<FollowUp.FullText, FollowUp.Failure>, at index: Int) {
        let link = changed[index].entry.link ?? ""
        switch page {
        case .success(let full):
            // Where the feed gives more than we found in the page, the feed is right.
            if full.text.count > (changed[index].entry.text ?? "").count {
                changed[index].pageText = full.text
                if full.isCut { note("\(link.withoutSecrets): full text: too long; cut") }
            }
            if full.isCutOff {
                // A page that ends so the next time, too, is taken to be whole.
                let isKnownToEndSo = changed[index].wasPutOff
                note(
                    "\(link.withoutSecrets): full text: the page ends too early"
                        + (isKnownToEndSo ? "" : "; read once more next time"))
                if !isKnownToEndSo { return leaveForLater(index) }
            }
        case .failure(let failure):
            note("\(link.withoutSecrets): full text: \(failure.reason)")
            if failure.isPutOff { return leaveForLater(index) }
        }
        if changed[index].wasPutOff { hasCaughtUp = true }
    }

    // MARK: - Private

    /// Places in `changed` of entries that have a page of their own, where such pages are wanted.
    private var linked: [Int] {
        guard feed.wantsFullText else { return [] }
        return changed.indices.filter { ownPages.hasOne(changed[$0].entry) }
    }

    /// Stores the entry so that it counts as changed when the feed is next sent whole.
    private mutating func leaveForLater(_ index: Int) {
        hasPutOff = true
        if !changed[index].wasPutOff { hasPutOffAnew = true }
        changed[index].hash = TaggedEntry.putOffMark + changed[index].hash
    }

    /// A run is to end; entries beyond keep the text of their feed.
    private static let mostPagesToRead = 50

    /// The next page, as long as entries may be missing between it and what is known, or the operator
    /// wants the feed's past.
    ///
    /// Of a thread, always, since its news stand on the last page.
    private mutating func next(of parsed: ParsedDocument, overlap: Int, isThread: Bool) -> String? {
        let isFirstPoll = state.firstFetchedAt == nil
        let isWanted =
            isThread || (isFirstPoll ? feed.terms.wantsHistory : overlap == 0 && newEntries > 0)
        guard isWanted, case .url = feed.address, !parsed.entries.isEmpty,
            let page = parsed.feed.hints.next ?? parsed.feed.hints.previousArchive,
            seenPages.insert(page).inserted
        else { return nil }
        guard pages < feed.limits.maximumPages else {
            isCutOff = true
            if isThread {
                note(
                    "the thread goes on at \(page.withoutSecrets), which is not read: follow it "
                        + "from there, or raise limits: max_pages")
            }
            return nil
        }
        return page
    }

    /// How many known entries a list with the latest first has before these, as forums do with what they pin: it shows
    /// them however far it has turned over.
    private static func pinnedEntries(of entries: [Entry], isKnown: (Entry) -> Bool) -> Int {
        let head = entries.prefix(while: isKnown)
        let dates = entries[head.endIndex...].compactMap { $0.published ?? $0.updated }
        guard let first = dates.first, let last = dates.last, last < first else { return 0 }
        return head.count { entry in (entry.published ?? entry.updated).map { $0 < last } ?? false }
    }

    /// Whether it is a page of a forum whose posts follow one another as they were written.
    private func isThread(_ parsed: ParsedDocument) -> Bool {
        guard feed.source.kind == .forum else { return false }
        let dates = parsed.entries.compactMap(\.published)
        guard let first = dates.first, let last = dates.last else { return true }
        return first <= last
    }
}

extension FeedWishes {
    init(_ parsed: ParsedDocument) {
        let dates = parsed.entries.compactMap { $0.published ?? $0.updated }.sorted()
        // The median, as a single wrong date would make an average of years.
        let gaps = zip(dates, dates.dropFirst()).map { Int($1.timeIntervalSince($0)) }.sorted()
        let gap = gaps.count >= 2 ? gaps[gaps.count / 2] : nil
        self.init(
            ttlSeconds: parsed.feed.ttlSeconds, skipHours: parsed.feed.hints.skipHours,
            skipDays: parsed.feed.hints.skipDays, usualGapSeconds: gap)
    }
}
