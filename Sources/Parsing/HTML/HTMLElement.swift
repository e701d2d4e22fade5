/// What plain text and links need to know of an element of HTML.
struct HTMLElement {
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

    let layout: Layout
    /// Whether HTML has it, so that `<name` is no text (HTML Standard §4).
    let isKnown: Bool
    /// Whether it has no content and no end tag.
    let isVoid: Bool
    /// Whether what it holds is no mark-up up to its own end tag.
    let isRaw: Bool
    /// Whether forum software makes quotations of it.
    let canBeQuote: Bool
    /// Whether some forum software does, seldom enough to look after none but its quotations.
    let canRarelyBeQuote: Bool
    /// Whether publishers hide words in it, by a style or an attribute.
    let canBeHidden: Bool
    /// Whether blogs make numbers of footnotes of it.
    let canBeNote: Bool
    /// Whether it holds what is shown in its place where it cannot be, or where no scripts run.
    let isFallback: Bool
    /// Whether programs stand in it where its class, or the element around it, says so.
    let canBeCode: Bool

    /// Whether what it holds is not shown.
    var hidesText: Bool { layout == .hidden || isRaw }

    /// - Parameter name: in lower case.
    init(_ name: ShortName) {
        self = Self.all[name] ?? Self.unknown
    }

    // MARK: - Private

    private static let unknown = HTMLElement("", layout: .inline, isKnown: false)

    private static let all: ShortNameTable<HTMLElement> = {
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
            (
                .inline,
                """
                a abbr acronym annotation annotation-xml applet area audio b base basefont bdi bdo big \
                button canvas cite code col colgroup data del dfn em embed font frame i img input ins kbd label link map mark \
                marquee math meta meter nobr noscript object output param picture progress q rp rt \
                ruby s samp slot small source span strike strong sub sup time track tt u var video wbr
                """
            ),
        ]
        return ShortNameTable(
            groups.flatMap { layout, names in
                names.split(separator: " ").map { (ShortName($0), HTMLElement($0, layout: layout)) }
            })
    }()

    private static let void = set(
        "area base br col embed hr img input link meta param source track wbr")

    private static let raw = set("script style iframe noembed noframes textarea title xmp")

    private static let quotes = set("aside blockquote div table")

    private static let rareQuotes = set("fieldset figure p section td")

    private static let hidden = set(
        """
        article aside b center dd div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 \
        header i label li nav ol p section small span strong table tbody td th tr u ul
        """)

    private static let notes = set("a sup")

    private static let fallbacks = set(
        "annotation annotation-xml audio canvas noscript object video")

    private static let codes = set("code div dl figure pre")

    private static func set(_ names: String) -> Set<Substring> {
        Set(names.split(separator: " "))
    }

    private init(_ name: Substring, layout: Layout, isKnown: Bool = true) {
        self.layout = layout
        self.isKnown = isKnown
        isVoid = Self.void.contains(name)
        isRaw = Self.raw.contains(name)
        canBeQuote = Self.quotes.contains(name)
        canRarelyBeQuote = Self.rareQuotes.contains(name)
        canBeHidden = Self.hidden.contains(name)
        canBeNote = Self.notes.contains(name)
        isFallback = Self.fallbacks.contains(name)
        canBeCode = Self.codes.contains(name)
    }
}
