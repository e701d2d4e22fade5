import ArgumentParser
import Model
import Pipeline

extension FeedsCommand {
    struct PrivacyNotice: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "privacy-notice",
            abstract: "Writes what people whose posts are read have to be told.",
            discussion: """
                A template in Markdown of the information that Article 14 of the GDPR asks for, made of \
                the settings: what is kept of authors at which source, what is masked, for how long each \
                kind is kept, who gets it, and how to object. What only you know stands in [brackets].

                Examples:
                  earshot feeds privacy-notice > privacy.md
                  earshot feeds privacy-notice --language pl --output privacy.pl.md
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @OptionGroup var document: DocumentOptions

        func run() throws {
            try reportingErrors {
                let folder = workspace.folder
                try document.write(folder.privacyNotice(in: document.language), of: folder)
            }
        }
    }
}
