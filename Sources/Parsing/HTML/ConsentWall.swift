/// A page that asks for consent to be tracked before it leads on.
enum ConsentWall {
    /// Whether a page has a form and asks in its title or first heading, or sends the form where
    /// consents are collected.
    ///
    /// Cookie notices on ordinary pages stand over something to read.
    static func isOne(_ glance: PageGlance) -> Bool {
        guard glance.hasForm || glance.codeHas(scripts) else { return false }
        return glance.codeHas(addresses) || PageGlance.says(phrases, glance.title)
            || PageGlance.says(phrases, glance.heading)
    }

    // MARK: - Private

    private static let addresses: [StaticString] = [
        "consent.google.", "consent.youtube.com", "consent.yahoo.com", "/collectconsent",
        "//guce.", "/cookiewall", "/cookie-wall", "/consentwall", "/consent-wall", "/privacywall",
        "/privacy-gate", "//myprivacy.",
    ]

    private static let scripts: [StaticString] = ["sp_choice_type_accept_all", "//myprivacy."]

    private static let phrases = [
        "before you continue", "before you proceed", "your privacy choices", "cookie consent",
        "we value your privacy", "we need your consent", "zanim przejdziesz",
        "dbamy o twoją prywatność",
        "szanujemy twoją prywatność", "potrzebujemy twojej zgody", "pirms turpināt",
        "mēs rūpējamies par jūsu privātumu", "bevor sie fortfahren", "bevor du fortfährst",
        "ihre zustimmung", "avant de continuer", "voordat je verdergaat",
    ]
}
