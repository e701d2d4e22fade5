/// The page that is shown where a site was, once its name is for sale or left without one.
enum ParkedDomain {
    /// Whether a page loads what only parking services have, or says in its title or first heading
    /// that its name is for sale.
    static func isOne(_ glance: PageGlance) -> Bool {
        if glance.codeHas(services) { return true }
        // A seller's page sends its visitor on by a script, and says nothing.
        if glance.textLength == 0, glance.codeHas(["location.href=\"/lander", "='/lander"]) {
            return true
        }
        return PageGlance.says(phrases, glance.title) || PageGlance.says(phrases, glance.heading)
    }

    // MARK: - Private

    private static let services: [StaticString] = [
        "sedoparking.com", "parkingcrew.net", "bodiscdn.com", "parking.bodis.com",
        "//d38psrni17bvxu.cloudfront.net", "hugedomains.com/domain_profile", "dan.com/buy-domain",
        "afternic.com/forsale", "sedo.com/search/details", "aftermarket.pl/domena",
        "parklogic.com", "above.com/marketplace", "window.park =", "window.park=",
    ]

    private static let phrases = [
        "domain is for sale", "domain for sale", "domain name is for sale", "buy this domain",
        "this domain may be for sale", "domain is parked", "domain has expired", "parked domain",
        "domain name has expired", "domena na sprzedaż", "domena jest na sprzedaż",
        "domena została zaparkowana", "domena wygasła", "kup tę domenę", "domēns ir pārdošanā",
        "domēns tiek pārdots", "domēna termiņš ir beidzies", "domain steht zum verkauf",
        "domain kaufen", "nom de domaine est à vendre", "dominio en venta", "домен продается",
        "домен продаётся",
    ]
}
