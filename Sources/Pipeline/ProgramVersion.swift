/// The version that `earshot --version`, the User-Agent and every digest name.
package enum ProgramVersion {
    package static let current = "0.1.0"
}
