package import Model

/// The page of a digest: one HTML file without scripts that loads nothing.
package enum DigestPage {
    package static func html(of digest: Digest) throws(ReportingError) -> String {
        try PageTemplates.page(
            "digest", of: DigestView(digest, words: PageWords(digest.origin.language)))
    }
}
