import Model

/// What a format does with the elements of a document, as they come.
protocol XMLReader {
    /// An element starts that is not inside one taken whole.
    ///
    /// - Returns: what is to happen with its content.
    mutating func start(_ element: XMLElement) -> ElementContent

    /// An element ends for which `start` asked for its content, or to be led through it.
    ///
    /// - Parameters:
    ///   - content: UTF-8, blanks around it left out or not; if `start` asked to be led through, the text
    ///     that stands between the elements, and empty where it asked for none.
    ///   - offset: where the element starts in the source.
    mutating func end(_ name: ElementName, content: ArraySlice<UInt8>, offset: Int)
}

/// A format in which entries are published.
protocol FeedReader: XMLReader {
    /// What the document read so far means, once it is complete.
    ///
    /// Nothing changes by it. It is mutating so that entries are read where they lie: one that is handed
    /// on as a value would be copied first, which counts a reference for each of its fields.
    mutating func parsedDocument(url: String?, log: inout ProblemLog) -> ParsedDocument
}

/// What is to happen with the content of an element.
enum ElementContent {
    /// Its elements are handed to the reader one by one.
    case elements
    /// The same, and the text between them, where there should be none, is collected.
    case elementsAndText
    /// Its text is collected; mark-up within it, which should have been escaped, is written back.
    case text
    /// Its elements are collected as HTML, without the `div` around them (RFC 4287 §3.1.1.3).
    case markup
    /// It is left out.
    case nothing
}
