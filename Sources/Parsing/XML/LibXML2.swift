import CLibXML2

/// The set-up that libxml2 needs once in a process, and which libxml2 it is.
package enum LibXML2 {
    static func setUp() {
        _ = once
    }

    /// The version found when the program runs, such as `2.9.14`.
    package static var version: String {
        let stated = unsafe String(cString: earshot_xml_version())
        // `20914`, with the name of a build behind it where there is one.
        guard let number = Int(stated.prefix { $0.isASCII && $0.isNumber }) else { return stated }
        return "\(number / 10_000).\(number / 100 % 100).\(number % 100)"
    }

    // MARK: - Private

    private static let once: Void = {
        xmlInitParser()
        // Whatever a document asks for and whatever the options are: nothing is ever loaded.
        unsafe xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
