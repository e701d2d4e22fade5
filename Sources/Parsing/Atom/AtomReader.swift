import Foundation
import Model

/// Reads Atom 0.3 and 1.0 into an `AtomDocument`.
struct AtomReader: FeedReader {
    private var document: AtomDocument
    private var entry: AtomDocument.Entry?
    /// Of the entry.
    private var stubs = StubText()
    private var person: Person?
    /// Whether it is of the feed that the entry was taken from, which says little else of the entry.
    private var isInSource = false
    /// The text construct that is being read.
    private var text = (
        kind: AtomDocument.Text.Kind.plain, base: String?.none, language: String?.none,
        isBase64: false
    )

    init(maximumEntries: Int) {
        document = AtomDocument(entries: LimitedList(maximumCount: maximumEntries))
    }

    mutating func start(_ element: XMLElement) -> ElementContent {
        if isInSource, !Self.personNames.contains(element.name) { return .nothing }
        switch element.name {
        case .atomFeed:
            if element["version"] == "0.3" { document.format = .atom03 }
            document.base = element.base
            document.language = element.language
            return .elements
        case .atomEntry:
            return startEntry(element)
        case .atomSource where entry != nil:
            isInSource = true
            return .elements
        case .atomAuthor:
            person = Person()
            return .elementsAndText
        case .atomName, .atomEmail, .atomURI, .atomURL:
            return person == nil ? .nothing : .text
        case .atomTitle, .atomSubtitle, .atomTagline, .atomSummary, .atomDescription, .atomContent:
            return startText(element)
        case .contentEncoded:
            text = (.html, element.base, element.language, isBase64: false)
            return .text
        case .atomLink:
            // Some publishers write links as RSS does.
            if element["href"] == nil, element["rel"] == nil { return .text }
            keepLink(element)
            return .nothing
        case .atomCategory:
            guard let category = element["label"] ?? element["term"] else { return .text }
            entry?.categories.append(category)
            return .nothing
        case .threadReply:
            entry?.inReplyTo = element["ref"] ?? element["href"]
            return .nothing
        case .mediaGroup, .mediaContent, .geoRSSWhere, .gmlPoint, .geoPoint:
            return entry == nil ? .nothing : .elements
        case .atomID, .atomGUID, .atomPublished, .atomPubDate, .atomIssued, .atomCreated,
            .atomUpdated, .atomModified,
            .dcCreator, .dcSubject, .dcDate, .mediaDescription, .updatePeriod, .updateFrequency,
            .slashComments, .threadTotal, .storeRating, .feedBurnerLink, .geoRSSPoint, .gmlPosition,
            .geoLatitude, .geoLongitude:
            return .text
        case .historyComplete:
            if entry == nil { document.isComplete = true }
            return .nothing
        default:
            return .nothing
        }
    }

    mutating func end(_ name: ElementName, content: ArraySlice<UInt8>, offset: Int) {
        switch name {
        case .atomEntry:
            if let entry = entry.take() { document.entries.appendAmongNewest(entry) }
        case .atomSource:
            isInSource = false
        case .atomAuthor:
            endPerson(content.trimmedText)
        case .atomName:
            person?.name = content.trimmedText
        case .atomEmail:
            person?.email = content.trimmedText
        case .atomURI, .atomURL:
            person?.uri = content.trimmedText
        case .atomTitle, .atomSubtitle, .atomTagline, .atomSummary, .atomDescription, .atomContent,
            .contentEncoded:
            endText(name, content)
        case .atomLink:
            if let address = content.trimmedText { keepLink(to: address) }
        case .atomPubDate:
            entry?.namesOfRSS.pubDate.keep(date: content, at: offset)
        case .atomPublished, .atomIssued, .dcDate:
            entry?.published.keep(date: content, at: offset)
        case .atomCreated:
            entry?.created.keep(date: content, at: offset)
        case .atomUpdated, .atomModified:
            endUpdated(content, offset)
        case .atomID:
            entry?.id.keep(text: content)
        case .atomGUID:
            entry?.namesOfRSS.guid.keep(text: content)
        case .mediaDescription:
            entry?.mediaDescription.keep(bytes: content)
        case .updatePeriod:
            document.updates.period.keep(text: content)
        case .updateFrequency:
            document.updates.frequency.keep(text: content)
        case .dcCreator:
            if let name = content.trimmedText { entry?.authors += Person.people(written: name) }
        // Some publishers write categories as RSS does.
        case .dcSubject, .atomCategory:
            if let topic = content.trimmedText { entry?.categories.append(topic) }
        case .slashComments, .threadTotal:
            entry?.commentCount.keep(Int(content.trimmedText ?? ""))
        case .feedBurnerLink:
            entry?.originalLink.keep(text: content)
        case .storeRating:
            entry?.stars = content.trimmedText.flatMap(Stars.init)
        default:
            if let text = content.trimmedText { entry?.place.keep(name, text) }
        }
    }

    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        document.parsedDocument(url: url, log: &log)
    }

    // MARK: - Private

    private static let personNames: Set<ElementName> = [
        .atomAuthor, .atomName, .atomEmail, .atomURI, .atomURL,
    ]

    private mutating func startEntry(_ element: XMLElement) -> ElementContent {
        stubs = StubText()
        entry = AtomDocument.Entry(
            offset: element.offset, base: element.base, language: element.language)
        return .elements
    }

    /// Reads what kind of text follows: Atom 1.0 says it in `type`; Atom 0.3 has media types there,
    /// and says in `mode` whether mark-up is escaped.
    private mutating func startText(_ element: XMLElement) -> ElementContent {
        let type = element["type"]?.prefix { $0 != ";" }.trimmed.lowercased() ?? "text"
        // Content that lies elsewhere is not ours to fetch.
        if element.name == .atomContent, let address = element["src"] {
            if type == "text" || type.hasSuffix("html") || type.hasSuffix("xhtml+xml") {
                entry?.contentAddress.keep(address)
            }
            return .nothing
        }
        let isEscaped = element["mode"]?.lowercased() == "escaped"
        switch type {
        case _ where !isEscaped && (type == "xhtml" || type == "application/xhtml+xml"):
            text.kind = .markup
        case "html", "text/html", "xhtml", "application/xhtml+xml":
            text.kind = .html
        case _ where isEscaped && type != "text/plain":
            text.kind = .html
        case _ where type == "text" || type.hasPrefix("text/") && type != "text/xml":
            text.kind = .plain
        default:
            // XML of another kind, or base64: nothing that people would read.
            if element.name == .atomContent { return .nothing }
            text.kind = .plain
        }
        (text.base, text.language) = (element.base, element.language)
        text.isBase64 = element["mode"]?.lowercased() == "base64"
        return text.kind == .markup ? .markup : .text
    }

    private mutating func endText(_ name: ElementName, _ content: ArraySlice<UInt8>) {
        guard !content.isBlank, let content = text.isBase64 ? Self.decoded(content) : content else {
            return
        }
        // A title is read by its mark-up whatever its type.
        let field = text.kind == .plain && name != .atomTitle ? PlainField(content) : nil
        let isUnstated = field?.isHTML == true
        let text = AtomDocument.Text(
            kind: isUnstated ? .html : text.kind, isUnstated: isUnstated,
            bytes: field?.bytes ?? content, base: text.base, language: text.language)
        switch name {
        case .atomTitle where entry == nil: document.title.keep(text)
        case .atomTitle: entry?.title.keep(text)
        case .atomSummary: keepSummary(text)
        case .atomDescription where entry != nil:
            entry?.namesOfRSS.description.keep(text, by: &stubs)
        case .atomContent, .contentEncoded: entry?.content.keep(text, by: &stubs)
        default: document.subtitle.keep(text)
        }
    }

    /// The few words beside the other may be a lead, which names somebody.
    private mutating func keepSummary(_ text: AtomDocument.Text) {
        let first = entry?.summary
        entry?.summary.keep(text, by: &stubs)
        guard let first, entry?.briefSummary == nil else { return }
        if entry?.summary?.bytes != first.bytes {
            entry?.briefSummary = first
        } else if text.bytes.count < first.bytes.count, text.bytes.count <= Self.longestBrief {
            entry?.briefSummary = text
        }
    }

    /// In bytes, mark-up and all.
    private static let longestBrief = 1_000

    /// Text that Atom 0.3 has in base64; `nil` if it is none.
    private static func decoded(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map {
            Array(String(decoding: $0, as: UTF8.self).utf8)[...]
        }
    }

    private mutating func keepLink(_ element: XMLElement) {
        guard let address = element["href"] else { return }
        keep(
            AtomDocument.Link(
                relation: Self.relation(element["rel"]), address: address,
                type: element["type"]?.lowercased(), length: element["length"].flatMap { Int($0) },
                count: element["count"].flatMap { Int($0) }))
    }

    /// A registered relation may also be stated by its address (RFC 4287 §4.2.7.2).
    private static func relation(_ stated: String?) -> String {
        guard let relation = stated?.lowercased() else { return "alternate" }
        return relation.hasPrefix(registry) ? String(relation.dropFirst(registry.count)) : relation
    }

    private static let registry = "http://www.iana.org/assignments/relation/"

    private mutating func keepLink(to address: String) {
        keep(
            AtomDocument.Link(
                relation: "alternate", address: address, type: nil, length: nil, count: nil))
    }

    private mutating func keep(_ link: AtomDocument.Link) {
        if entry == nil { document.links.append(link) } else { entry?.links.append(link) }
    }

    /// - Parameter text: what stands beside the elements: some publishers write authors as RSS does.
    private mutating func endPerson(_ text: String?) {
        guard var person = person.take() else { return }
        let people: [Person]
        if person == Person() {
            people = text.map(Person.people(written:)) ?? []
        } else {
            person.name.keep(text)
            people = [person]
        }
        if entry == nil {
            document.authors += people
        } else if isInSource {
            entry?.authorsOfSource += people
        } else {
            entry?.authors += people
        }
    }

    private mutating func endUpdated(_ content: ArraySlice<UInt8>, _ offset: Int) {
        if entry == nil {
            document.updated.keep(date: content, at: offset)
        } else {
            entry?.updated.keep(date: content, at: offset)
        }
    }
}
