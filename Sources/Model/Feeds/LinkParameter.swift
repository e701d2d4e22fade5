/// A parameter of an address, `name=value`, as it is written.
struct LinkParameter {
    let bytes: ArraySlice<UInt8>
    private let nameEnd: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        nameEnd = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
    }

    /// Whether it says whence a reader comes: `utm_source=rss`.
    var isTracking: Bool {
        guard nameEnd - bytes.startIndex >= Self.shortestTracking else { return false }
        if Self.trackingPrefixes.contains(where: startsWith) { return true }
        return Self.tracking.contains(name) || isOrigin
    }

    /// Whether it is the session that a server gave whoever asked for the page.
    ///
    /// Forums call it `sid` or `s`, which are other things elsewhere: there it is 32 digits.
    var isSession: Bool {
        if value.count == 32, value.allSatisfy(\.isHexDigit), name == "sid" || name == "s" {
            return true
        }
        return startsWith("aspsessionid")
            || Self.sessions.contains { $0.utf8CodeUnitCount == nameLength && startsWith($0) }
    }

    /// Whether it asks for a page's AMP form, or is what the viewer of such pages adds.
    var isAMP: Bool {
        if nameLength == 4 ? startsWith("usqp=") : Self.ofViewers.contains(where: startsWith) {
            return true
        }
        return switch bytes.count {
        case 3: startsWith("amp")
        case 5: startsWith("amp=1")
        case 8: startsWith("amp=true")
        case 14: startsWith("outputtype=amp")
        default: false
        }
    }

    // MARK: - Private

    private static let ofViewers: [StaticString] = ["amp_js_v=", "amp_gsa=", "amp_r="]

    private static let trackingPrefixes: [StaticString] = [
        "utm_", "mtm_", "matomo_", "pk_", "piwik_", "hsa_", "itm_", "iwa_", "sfmc_", "elq", "dicbo",
        "__cft__", "__xts__", "at_link_", "at_recipient_",
    ]

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "_ga", "_gl",
        "ref_src", "ref_url", "xtor", "wt_mc", "s_cid", "cmpid", "ncid", "ocid", "smid", "spm",
        "wickedid", "vero_id", "oly_enc_id", "oly_anon_id", "traffic_source",
        // Of networks and their advertisements.
        "gad_source", "gad_campaignid", "srsltid", "li_fat_id", "epik", "rdt_cid", "sccid",
        "mibextid",
        "sfnsn", "ysclid", "_openstat", "sznclid", "tblci", "ob_click_id", "irclickid", "irgwc",
        "cjevent", "awc", "s_kwcid", "ef_id", "__tn__", "__twitter_impression", "fb_action_ids",
        "fb_action_types", "fb_source", "fb_ref", "_branch_match_id", "_branch_referrer",
        "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src", "soc_trk",
        // Of letters and their readers.
        "vero_conv", "ml_subscriber", "ml_subscriber_hash", "_kx", "_ke", "__s", "dm_i",
        "hsctatracking",
        "nr_email_referer", "emci", "emdi", "et_rid", "bxid", "mc_tc",
        // Of those who count visits.
        "wt.mc_id", "wt.mc_ev", "wt.tsrc", "wt.mc", "wt_zmc", "ns_campaign", "ns_mchannel",
        "ns_source",
        "ns_linkname", "ns_fee", "intcid", "int_cid",
        // AT Internet's own; a page may have others that begin so.
        "at_medium", "at_campaign", "at_campaign_type", "at_custom1", "at_custom2", "at_custom3",
        "at_custom4", "at_creation", "at_variant", "at_format", "at_general_placement",
        "at_channel",
        "at_platform", "at_term", "at_network", "at_emailtype", "at_send_date", "at_bbc_team",
        "at_ptr_name", "at_ptr_type",
    ]

    /// Of these a site has uses of its own: `source=used-cars`, `ref=anna`.
    private static let origins: Set<String> = ["ref", "source"]

    /// Of these even more, as `from=home` to plan a way by.
    private static let rarerOrigins: Set<String> = [
        "from", "src", "via", "medium", "referrer", "partner", "emc",
    ]

    /// Whence readers come, as such a parameter says it; no value says that of none.
    private static let places: Set<String> = [
        "", "rss", "atom", "feed", "feeds", "rssfeed", "newsfeed", "newsletter", "email", "e-mail",
        "mail", "facebook", "fb", "twitter", "tw", "x", "instagram", "ig", "linkedin", "reddit",
        "whatsapp", "telegram", "messenger", "tiktok", "youtube", "pinterest", "share", "sharing",
        "social", "google", "googlenews", "google_news", "bing", "top", "home", "homepage", "main",
        "sidebar", "footer", "header", "menu", "related", "push", "app", "widget",
    ]

    /// Those that are nothing else in any address.
    private static let surePlaces: Set<String> = [
        "rss", "atom", "feed", "feeds", "rssfeed", "newsfeed", "newsletter", "googlenews",
        "google_news",
    ]

    /// Whether the value says whence readers come, as far as the name lets it.
    private var isOrigin: Bool {
        let name = name
        guard Self.origins.contains(name) else {
            return Self.rarerOrigins.contains(name) && Self.surePlaces.contains(lowercasedValue)
        }
        let value = lowercasedValue
        // Medium: `source=rss-8f2c51d0a7be------2`.
        return Self.places.contains(value) || value.hasPrefix("rss-") || value.hasPrefix("rss_")
    }

    /// In bytes, of the names and prefixes above.
    private static let shortestTracking = 3

    private static let sessions: [StaticString] = ["phpsessid", "jsessionid", "oscsid", "zenid"]

    private var nameLength: Int { nameEnd - bytes.startIndex }

    /// In lower case.
    private var name: String { String(decoding: bytes[..<nameEnd], as: UTF8.self).lowercased() }

    private var lowercasedValue: String { String(decoding: value, as: UTF8.self).lowercased() }

    private var value: ArraySlice<UInt8> { bytes[nameEnd...].dropFirst() }

    /// Whether it starts with text written in lower case, letters in either case.
    private func startsWith(_ text: StaticString) -> Bool {
        guard bytes.count >= text.utf8CodeUnitCount else { return false }
        for index in 0..<text.utf8CodeUnitCount
        where unsafe bytes[bytes.startIndex + index].lowercasedASCII != text.utf8Start[index] {
            return false
        }
        return true
    }
}

extension UInt8 {
    var lowercasedASCII: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
