/// What plain text and links need to know of HTML's elements, by their lower-case names.
enum HTMLElement {
    /// How an element shapes the text around it.
    enum Layout {
        /// Runs on in the line.
        case inline
        /// Starts a line and ends one.
        case block
        /// Parts words without starting a line.
        case cell
        /// Starts a line and ends one; its own line breaks count.
        case preformatted
        /// Is a line break.
        case lineBreak
        /// Shows no text of its own.
        case hidden
    }

    static func layout(of name: String) -> Layout { layouts[name] ?? .inline }

    /// Whether HTML has an element of the name, so that `<name` is no text (HTML Standard §4).
    static func isKnown(_ name: String) -> Bool {
        layouts[name] != nil || inline.contains(name)
    }

    /// Whether it has no content and no end tag.
    static func isVoid(_ name: [UInt8]) -> Bool {
        void.contains(String(decoding: name, as: UTF8.self))
    }

    /// Whether what it holds is no mark-up up to its own end tag.
    static func isRaw(_ name: String) -> Bool { raw.contains(name) }

    // MARK: - Private

    private static let layouts: [String: Layout] = {
        let groups: [(Layout, String)] = [
            (
                .block,
                """
                address article aside blockquote body caption center dd details dialog dir div dl dt \
                fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr \
                html legend li main menu nav ol optgroup option p search section summary table tbody \
                tfoot thead tr ul
                """
            ),
            (.cell, "td th"),
            (.preformatted, "pre listing plaintext xmp"),
            (.lineBreak, "br"),
            (
                .hidden,
                "datalist head iframe noembed noframes script select style svg template textarea title"
            ),
        ]
        return Dictionary(
            uniqueKeysWithValues: groups.flatMap { layout, names in
                names.split(separator: " ").map { (String($0), layout) }
            })
    }()

    private static let inline = set(
        """
        a abbr acronym applet area audio b base basefont bdi bdo big button canvas cite code col colgroup data del dfn em \
        embed font frame i img input ins kbd label link map mark marquee math meta meter nobr noscript object output param \
        picture progress q rp rt ruby s samp slot small source span strike strong sub sup time track \
        tt u var video wbr
        """)

    private static let void = set(
        "area base br col embed hr img input link meta param source track wbr")

    private static let raw = set("script style iframe noembed noframes textarea title xmp")

    private static func set(_ names: String) -> Set<String> {
        Set(names.split(separator: " ").map(String.init))
    }
}
