/// What stands around every page.
struct FrameView {
    let language: String
    let pageTitle: String
    let style = PageTemplates.style
    let styleHash = PageTemplates.styleHash
    let kicker: String
    let headline: String
    let subline: String
    let lead: String
    /// The sentences after the first.
    let leadRest: [String]
    let jumps: [JumpView]

    struct JumpView {
        let anchor: String
        let jumpName: String
    }
}
