import Model

/// Reads RSS of all versions into an `RSSDocument`.
///
/// Versions differ in where items stand (in the channel, or in RSS 1.0 beside it) and in little else;
/// publishers mix their elements, so all of them are looked for everywhere.
struct RSSReader: FeedReader {
    private var document: RSSDocument
    private var isInItem = false
    /// Out of how many the rating is that is being read, as an attribute says.
    private var bestRating: Double?
    /// Of the item that is being read.
    private var stubs = StubText()

    init(maximumEntries: Int) {
        document = RSSDocument(items: LimitedList(maximumCount: maximumEntries))
    }

    mutating func start(_ element: XMLElement) -> ElementContent {
        switch element.name {
        case .rss:
            document.format = Self.format(version: element["version"])
            document.channel.base = element.base
            document.channel.language = element.language
            return .elements
        case .rdf:
            document.format = .rss10
            document.channel.base = element.base
            return .elements
        case .channel:
            if element.namespaceURI?.contains("rdf/simple/0.9") == true {
                document.format = .rss09x
            }
            document.channel.base = element.base ?? document.channel.base
            document.channel.language = element.language ?? document.channel.language
            return .elements
        case .item:
            return startItem(element)
        default:
            return isInItem ? startInItem(element) : startInChannel(element)
        }
    }

    mutating func end(_ name: ElementName, content: ArraySlice<UInt8>, offset: Int) {
        if name == .item {
            isInItem = false
        } else if isInItem {
            endInItem(name, content, offset)
        } else {
            endInChannel(name, content, offset)
        }
    }

    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument {
        document.parsedDocument(url: url, log: &log)
    }

    // MARK: - Private

    /// The item that is being read, changed where it stands.
    private var item: RSSDocument.Item {
        _read { yield document.items.last }
        _modify { yield &document.items.last }
    }

    private static func format(version: String?) -> FeedInfo.Format {
        guard let version else { return .rss20 }
        return version.hasPrefix("0.9") ? .rss09x : .rss20
    }

    private mutating func startItem(_ element: XMLElement) -> ElementContent {
        stubs = StubText()
        document.items.appendAmongNewest(
            RSSDocument.Item(
                offset: element.offset, base: element.base, about: element["about"],
                language: element.language))
        isInItem = true
        return .elements
    }

    private mutating func startInChannel(_ element: XMLElement) -> ElementContent {
        switch element.name {
        case .atomLink:
            let link = element["href"]
            switch element["rel"]?.lowercased() {
            case "self": document.channel.selfLink.keep(link)
            case "hub": document.channel.hub.keep(link)
            case "next": document.channel.nextPage.keep(link)
            case "prev-archive": document.channel.previousArchive.keep(link)
            case nil, "alternate": document.channel.link.keep(link)
            default: break
            }
            return .nothing
        case .title, .link, .description, .language, .dcLanguage, .ttl, .updatePeriod,
            .updateFrequency, .lastBuildDate, .pubDate, .dcDate, .hour, .day, .iTunesNewFeedURL:
            return .text
        case .skipHours, .skipDays:
            return .elements
        case .historyComplete:
            document.channel.isComplete = true
            return .nothing
        default:
            return .nothing
        }
    }

    private mutating func endInChannel(
        _ name: ElementName, _ content: ArraySlice<UInt8>, _ offset: Int
    ) {
        switch name {
        case .title: document.channel.title.keep(bytes: content)
        case .link: document.channel.link.keep(text: content)
        case .description: document.channel.description.keep(bytes: content)
        case .language, .dcLanguage: document.channel.language.keep(text: content)
        case .ttl: document.channel.ttlInMinutes = Int(content.trimmedText ?? "")
        case .updatePeriod: document.channel.updates.period.keep(text: content)
        case .updateFrequency: document.channel.updates.frequency.keep(text: content)
        case .hour: document.channel.skipHours += [content.trimmedText].compactMap(\.self)
        case .day: document.channel.skipDays += [content.trimmedText].compactMap(\.self)
        case .iTunesNewFeedURL:
            document.channel.newAddress.keep(text: content)
            document.channel.newAddressOffset = offset
        case .lastBuildDate: document.channel.lastBuildDate.keep(date: content, at: offset)
        case .pubDate: document.channel.pubDate.keep(date: content, at: offset)
        case .dcDate: document.channel.dcDate.keep(date: content, at: offset)
        default: break
        }
    }

    private mutating func startInItem(_ element: XMLElement) -> ElementContent {
        switch element.name {
        case .link:
            // Some publishers write links as Atom does.
            if let address = element["href"] { item.link.keep(address) }
            return .text
        case .atomLink:
            startLink(element)
            return .nothing
        case .guid:
            item.isPermaLink = element["isPermaLink"]?.lowercased() != "false"
            return .text
        case .enclosure:
            if let url = element["url"] ?? element["href"] {
                let enclosure = Enclosure(
                    url: url, type: element["type"], length: element["length"].flatMap { Int($0) })
                item.enclosures.append(enclosure)
            }
            return .nothing
        case .rating:
            let best =
                element["best"] ?? element["max"] ?? element["scale"] ?? element["bestRating"]
            bestRating = best.flatMap(Double.init)
            return .text
        case .threadReply:
            item.inReplyTo = element["ref"] ?? element["href"]
            return .nothing
        case .mediaGroup, .mediaContent, .geoRSSWhere, .gmlPoint, .geoPoint:
            return .elements
        case .title, .description, .contentEncoded, .dcDescription, .iTunesSummary, .iTunesSubtitle,
            .mediaDescription, .mediaText, .mediaTitle, .author, .atomAuthor, .dcCreator,
            .iTunesAuthor, .content, .encoded, .fullText, .fullTextOfYandex, .contentOfTurbo,
            .xhtmlBody, .body, .summary, .lead, .dctermsAbstract, .published, .updated, .category,
            .dcSubject, .dcLanguage, .pubDate, .dcDate, .dctermsIssued, .dctermsCreated,
            .dctermsModified, .atomPublished, .atomUpdated, .comments, .commentRSS, .dcTitle,
            .iTunesTitle, .atomSummary, .atomContent, .slashComments, .threadTotal,
            .feedBurnerLink, .source, .geoRSSPoint, .gmlPosition, .geoLatitude, .geoLongitude:
            return .text
        default:
            return .nothing
        }
    }

    private mutating func startLink(_ element: XMLElement) {
        let link = element["href"]
        switch element["rel"]?.lowercased() {
        case nil, "alternate": item.alternateLink.keep(link)
        case "replies": item.commentFeed.keep(link)
        default: break
        }
    }

    private mutating func endInItem(
        _ name: ElementName, _ content: ArraySlice<UInt8>, _ offset: Int
    ) {
        switch name {
        case .title: item.title.keep(bytes: content)
        case .link: item.link.keep(text: content)
        case .guid: item.guid.keep(text: content)
        case .description, .atomSummary:
            keepDescription(content)
        case .contentEncoded, .atomContent:
            document.items.last.encodedContent.keep(html: content, by: &stubs)
        case .dcDescription, .iTunesSummary, .iTunesSubtitle, .mediaDescription, .mediaText,
            .mediaTitle, .content, .encoded, .fullText, .fullTextOfYandex, .contentOfTurbo,
            .xhtmlBody, .body, .summary, .lead, .dctermsAbstract, .atomAuthor, .dcTitle,
            .iTunesTitle, .feedBurnerLink, .source:
            item.moduleTexts[name].keep(bytes: content)
        case .comments: keepComments(content)
        case .commentRSS: item.commentFeed.keep(text: content)
        case .pubDate, .atomPublished, .published: item.pubDate.keep(date: content, at: offset)
        case .dcDate: item.dcDate.keep(date: content, at: offset)
        case .dctermsIssued, .dctermsCreated:
            item.moduleDates[name].keep(date: content, at: offset)
        case .dctermsModified, .atomUpdated, .updated:
            item.moduleDates[.dctermsModified].keep(date: content, at: offset)
        default: endPeopleAndTopics(name, content)
        }
    }

    /// The few words beside the other may be a lead, which names somebody.
    private mutating func keepDescription(_ content: ArraySlice<UInt8>) {
        let first = item.description
        document.items.last.description.keep(html: content, by: &stubs)
        guard let first, item.briefDescription == nil, !content.isBlank else { return }
        if item.description != first {
            item.briefDescription = first
        } else if content.count < first.count, content.count <= Self.longestBrief {
            item.briefDescription = content
        }
    }

    /// In bytes, mark-up and all.
    private static let longestBrief = 1_000

    /// The address of the comments; some say there how many they are.
    private mutating func keepComments(_ content: ArraySlice<UInt8>) {
        if let text = content.trimmedText, let count = Int(text) {
            item.commentCount.keep(count)
        } else {
            item.comments.keep(text: content)
        }
    }

    private mutating func endPeopleAndTopics(_ name: ElementName, _ content: ArraySlice<UInt8>) {
        guard let text = content.trimmedText else { return }
        switch name {
        case .author where item.author == nil: item.author = text
        case .author: item.otherAuthors.append(text)
        case .iTunesAuthor: item.iTunesAuthor.keep(text)
        case .dcCreator: item.creators.append(text)
        case .category, .dcSubject: item.categories.append(text)
        case .dcLanguage: item.language = text
        case .rating: item.stars.keep(stars(text))
        case .slashComments, .threadTotal: item.commentCount.keep(Int(text))
        default: item.place.keep(name, text)
        }
    }

    /// A number alone, without the scale that it is of, is none: it may be one to ten, or an age.
    private func stars(_ text: String) -> Stars? {
        guard let number = Double(text.replacing(",", with: ".")) else { return Stars(text) }
        return bestRating.flatMap { Stars(rating: number, of: $0) }
    }
}
