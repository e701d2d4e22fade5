/// The quotations that are open, and what they stand in: some are never closed, and end where an element
/// around them does (HTML Standard §13.2.6.4.7).
struct OpenQuotations {
    /// What ends with an element, or with the text.
    struct Ends {
        /// Quotation marks, which browsers write around each `q`.
        var marks = 0
        /// Quoted blocks that have no end tag.
        var blocks = 0
    }

    private var open: [Element] = []

    fileprivate struct Element {
        let name: ShortName
        let layout: HTMLElement.Layout
        let kind: Kind
    }

    enum Kind {
        /// A `q` before which a quotation mark was written.
        case marked
        /// A quoted block that has no end tag.
        case endless
        case other
    }

    /// With what is open behind the tag that was read last, but for itself.
    init(before tokens: borrowing HTMLTokenizer) {
        var earlier = HTMLTokenizer(tokens.bytes)
        while let token = earlier.next(), earlier.position < tokens.position {
            switch token {
            case .text:
                break
            case .startTag(let name, let attributes):
                let isEmpty = attributes.last.map { earlier.bytes[$0] == .slash } ?? false
                let element = HTMLElement(name)
                _ = endBefore(name, element)
                if !isEmpty { start(name, element) }
                if element.isRaw, !isEmpty { earlier.skipRawText(of: name) }
            case .endTag(let name):
                _ = end(name, HTMLElement(name))
            }
        }
    }

    /// What ends with the text.
    var rest: Ends { Self.ends(of: open[...]) }

    mutating func start(_ name: ShortName, _ element: HTMLElement, _ kind: Kind = .other) {
        guard !element.isVoid, open.count < Self.maximumDepth else { return }
        open.append(Element(name: name, layout: element.layout, kind: kind))
    }

    /// Ends what an element's start tag ends: a paragraph, or its like.
    mutating func endBefore(_ name: ShortName, _ element: HTMLElement) -> Ends {
        var ends = Ends()
        if let like = Self.endedByTheirLike.first(where: { $0.contains(name) }) {
            ends = close {
                like.contains($0)
            } within: {
                $0.isShapingBlock && $0.name != "p" && $0.name != "div" && $0.name != "address"
            }
        }
        if element.layout == .block || element.layout == .preformatted {
            let more = close {
                $0 == "p"
            } within: {
                Self.borders.contains($0.name)
            }
            ends.marks += more.marks
            ends.blocks += more.blocks
        }
        return ends
    }

    mutating func end(_ name: ShortName, _ element: HTMLElement) -> Ends {
        if element.layout == .inline {
            close {
                $0 == name
            } within: {
                $0.isShapingBlock
            }
        } else {
            close {
                $0 == name
            } within: {
                Self.borders.contains($0.name) && $0.name != name
            }
        }
    }

    // MARK: - Private

    /// More open elements than this are not looked after: each tag may look at all of them.
    private static let maximumDepth = 64

    private static let endedByTheirLike: [[ShortName]] = [
        ["li"], ["dd", "dt"], ["td", "th"], ["tr"], ["option"],
    ]

    /// What holds its content together whatever the tags within.
    private static let borders: [ShortName] = ["table", "td", "th", "caption", "object", "button"]

    /// Ends the innermost element of a kind, and all within it; none, if it is beyond a border.
    private mutating func close(
        _ isOne: (ShortName) -> Bool, within isBorder: (Element) -> Bool
    ) -> Ends {
        for index in open.indices.reversed() {
            if isOne(open[index].name) {
                defer { open.removeSubrange(index...) }
                return Self.ends(of: open[index...])
            }
            if isBorder(open[index]) { break }
        }
        return Ends()
    }

    private static func ends(of elements: ArraySlice<Element>) -> Ends {
        Ends(
            marks: elements.count { $0.kind == .marked },
            blocks: elements.count { $0.kind == .endless })
    }
}

extension OpenQuotations.Element {
    /// Whether it is one that ends of elements within a line do not reach beyond.
    fileprivate var isShapingBlock: Bool {
        switch layout {
        case .block, .cell, .preformatted: true
        case .inline, .lineBreak, .hidden: false
        }
    }
}
