import CLibXML2

/// The set-up that libxml2 needs once in a process.
enum LibXML2 {
    static func setUp() {
        _ = once
    }

    // MARK: - Private

    private static let once: Void = {
        xmlInitParser()
        // Whatever a document asks for and whatever the options are: nothing is ever loaded.
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
