/// The elements of an OPML document, as they come.
struct OPMLElements: XMLReader {
    private var title: String?
    private var drafts: LimitedList<Draft>
    /// The open outlines, outermost first.
    private var open: [Open] = []
    /// Attributes that were left out, and where.
    private var leftOut: [(name: String, offset: Int)] = []

    private struct Draft {
        var outline: OPMLDocument.Outline
        /// Whether others are inside it.
        var isFolder = false
    }

    private struct Open {
        let name: String?
        /// Its place among the drafts; `nil` where there was no room for it.
        let index: Int?
        let isComment: Bool
        /// What outlines inside it are in: made once, so that all of them share it.
        var folder: [String]?
    }

    init(maximumOutlines: Int) {
        drafts = LimitedList(maximumCount: maximumOutlines)
    }

    mutating func start(_ element: XMLElement) -> ElementContent {
        switch element.name {
        case .opml, .head, .body:
            return .elements
        case .title:
            return open.isEmpty ? .text : .nothing
        case .outline:
            startOutline(element)
            return .elements
        default:
            return .nothing
        }
    }

    mutating func end(_ name: ElementName, content: ArraySlice<UInt8>, offset: Int) {
        switch name {
        case .title: title.keep(text: content)
        case .outline: _ = open.popLast()
        default: break
        }
    }

    /// What the document says, once it is complete.
    func document(_ source: [UInt8], log: inout ProblemLog) -> OPMLDocument {
        for (name, offset) in leftOut {
            log.add("attribute '\(name)' of an extension; left out", at: offset)
        }
        drafts.report("outlines", to: &log)
        // A folder says no more than its name, which is told with what it holds.
        let outlines = drafts.elements.filter { !$0.isFolder || $0.outline.xmlURL != nil }
        return OPMLDocument(
            title: title, outlines: outlines.map(\.outline), problems: log.problems(in: source))
    }

    // MARK: - Private

    private mutating func startOutline(_ element: XMLElement) {
        let folder = folderOfNext()
        var outline = OPMLDocument.Outline(
            folder: folder, isComment: open.last?.isComment ?? false)
        for (name, value) in element.allAttributes {
            keep(name, value, in: &outline, element.offset)
        }
        var index: Int?
        if drafts.isFull {
            drafts.leaveOut(at: element.offset)
        } else {
            index = drafts.elements.count
            drafts.append(Draft(outline: outline))
        }
        open.append(
            Open(name: outline.text ?? outline.title, index: index, isComment: outline.isComment))
    }

    /// What an outline that starts now is in.
    private mutating func folderOfNext() -> [String] {
        guard let parent = open.last else { return [] }
        if let folder = parent.folder { return folder }
        let outer = parent.index.map { drafts[$0].outline.folder } ?? []
        let folder = outer + [parent.name].compactMap(\.self)
        open[open.count - 1].folder = folder
        if let index = parent.index { drafts[index].isFolder = true }
        return folder
    }

    private mutating func keep(
        _ name: String, _ value: String, in outline: inout OPMLDocument.Outline, _ offset: Int
    ) {
        switch name.lowercased() {
        case "text": outline.text = value
        case "title": outline.title = value
        case "type": outline.type = value
        case "xmlurl": outline.xmlURL = FeedAddress.web(value)
        case "htmlurl": outline.htmlURL = value
        case "language": outline.language = value
        case "description": outline.description = value
        case "version": outline.version = value
        case "category":
            outline.categories = value.split(separator: ",").compactMap { String($0).nonEmpty }
        case "iscomment": outline.isComment = outline.isComment || value.lowercased() == "true"
        case _ where name.contains(":"):
            // Without the declaration of its prefix it would mean nothing.
            if !leftOut.contains(where: { $0.name == name }), leftOut.count < 100 {
                leftOut.append((name, offset))
            }
        default: outline.otherAttributes.append(.init(name: name, value: value))
        }
    }
}
