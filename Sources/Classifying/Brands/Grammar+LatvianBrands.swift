/// The words of Latvian that say what is done with brands.
extension Grammar {
    static let latvianOfBrands: [(Function, String)] = [
        (.reporting, "ka, vai, lai"),
        (.likening, "kā"), (.alike, "tik, tikpat, tāds, tāda, tādu, tādi, tādas"),
        (.more, "vairāk"),
        (.hardToFind, "grūti atrast, grūti iedomāties"),
        (
            .asHoped,
            """
            kā cerēju, kā cerējām, kā gaidīju, nekā cerēju, nekā gaidīju, nekā solīja, kā solīja,
            nekā cerējām, nekā gaidījām, nekā domāju, nekā domājām, nekā biju cerēj*,
            nekā biju gaidīj*, nekā biju domāj*
            """
        ),
        (
            .dissuading,
            """
            nepārej, nepārejiet, nepārnāciet, neejiet, nemaini, nemainiet, nav vērts pāriet,
            nav vērts mainīt
            """
        ),
        (
            .hoping,
            """
            meklēju, meklējam, meklē, meklēja, vajag, vajadzīgs, vajadzīga, vajadzīgi, nepieciešams,
            nepieciešama, cerēju, cerējām, gaidīju, gaidījām, domāju ka būs, solīja, apsolīja, sola,
            ieteikt, iesakiet, iesakāt, ieteiktu, kāds zina, vai ir kāda, vai ir kāds, vai ir kādi,
            ir kāda, ir kāds
            """
        ),
        (
            .seeking,
            "meklēju, meklējam, vajag, vajadzīgs, vajadzīga, ieteikt, iesakiet, domāju par, apsveru"
        ),
        (
            .outdoing,
            "pārspēj, pārspēja, apsteidz, apsteidza, pārāks par, pārāka par, uzvar, sit, pārtrumpo"
        ),
        (
            .outdone,
            """
            nevar sacensties, nespēj sacensties, nevar konkurēt, nespēj konkurēt, nevar līdzināties,
            nevar mēroties, nelīdzinās, nestāv klāt, nestāv blakus, ne tuvu, tālu līdz, atpaliek no,
            zaudē, zaudēja, piekāpjas, varētu mācīties no, varētu pamācīties no, nobāl pie
            """
        ),
        (
            .elsewhere,
            """
            kāda cita, kādu citu, citur, konkurent*, cita operatora, citu operatoru, cita bankas,
            citas bankas, citu banku, citu veikalu, cita tīkla, citu tīklu, citiem
            """
        ),
        (
            .regret,
            """
            nožēloju, nožēlojam, nožēlošu, kļūda, muļķība, nevajadzēja, nevajadzētu, lieki,
            sliktākais lēmums
            """
        ),
        (
            .returning,
            "atgriežos, atgriezos, atgriežamies, atgriezāmies, atgriezīšos, eju atpakaļ"
        ),
        (.period, "dienām, nedēļām, nedēļas, mēneša, mēnešiem, gada, gadiem"),
        (
            .parting,
            """
            pēdējo reizi iepirk*, pēdējo reizi pērk*, pēdējo reizi pasūtu, pēdējo reizi pasūtīšu,
            pēdējo reizi lietoju, pēdējo reizi pie jums, bija pēdējā reize, pirmā un pēdējā reize,
            pirmo un pēdējo reizi, nekad vairs, nekad vairāk, vairs nekad, vairs neiešu,
            vairs nepirkšu, vairs nepasūtīšu, vairs nenākšu, vairs ne*, nepagarināšu, nepagarinu,
            rakstu atteikumu, zaudēja klientu, zaudējāt klientu, zaudējat klientu,
            zaudēsiet klientu, pazaudējāt klientu, meklēšu citu operatoru, meklēšu citu banku,
            meklēju citu operatoru, meklēju citu banku, mainu operatoru, mainu banku,
            mainīšu operatoru, mainīšu banku, eju pie konkurent*, iešu pie konkurent*, es eju prom,
            es iešu prom, eju prom no jums, uzteicu līgumu, slēdzu kontu, slēgšu kontu,
            slēdzu savu kontu, slēgšu savu kontu
            """
        ),
        (
            .closing,
            """
            laužu, lauzīšu, lauzu, lauzām, pārtraucu, pārtraukšu, pārtraucam, izbeidzu, izbeigšu,
            dzēšu, dzēsīšu, izdzēsu, aizveru, aizvēru, aizvēršu, aizveram, aizvērām, aizvērsim,
            uzteicu, uzteikšu, uzteicām, uzteiksim
            """
        ),
        (.contract, "līgumu, līgumus, kontu, kontus, abonementu"),
        (
            .remedying,
            """
            labojum*, labošan*, salabošan*, risinājum*, risināšan*, likvidē*, kompensācij*, novērs*,
            salabo*, izlabo*, labo, labot, atrisin*, risina, sakārto*, nokārto*, izskaidro*, paskaidro*,
            atzina, atzinuši, atzīst, atzīt, paglāb*, izglāb*, pasargā*, nosargā*, aizsargā*
            """
        ),
        (
            .mending,
            """
            salaboja, salabojuši, novērsa, novērsuši, atrisināja, atrisinājuši, sakārtoja,
            atjaunoja, nokārtoja, noregulēja, atdeva naudu, atdeva man, atgrieza naudu, atmaksāja,
            kompensēja, paglāba, paglābuši, izglāba, izglābuši, pasargāja, pasargājuši, nosargāja,
            aizsargāja, apturēja krāp*, nobloķēja krāp*
            """
        ),
        (
            .mended,
            """
            jau bija, jau ir, strādā, strādāja, darbojas, darbojās, salabo*, novērs*, nomainī*,
            atjauno*, sakārto*, nokārto*, atrisinā*, pēc stundas, stundas laikā, pēc minūtes,
            minūšu laikā, tajā pašā dienā, tai pašā dienā, labojum*, labošan*, salabošan*, risinājum*,
            risināšan*, likvidēšan*, kompensācij*
            """
        ),
        (.reason, "jo, tāpēc ka, tādēļ ka"),
        (.incredulous, "tiešām, nopietni, atkal, joprojām"),
        (
            .switching,
            """
            pārnesu, pārnesam, pārnesīšu, pārnesīsim, pārnest, nepārej, nepārejiet, nepārnāciet, neejiet,
            nemaini, nemainiet
            """
        ),
        (.farewell, "ardievu, ardievas, uz neredzēšanos"),
        (
            .exchanging,
            """
            nomainīj*, nomainī*, mainīju, mainu, mainām, mainīšu, mainīsim, samainīju, pārnesu,
            pārnesam, pārnesīšu, pārnesīsim, pārnest
            """
        ),
        (
            .provider,
            """
            operatoru, operatora, banku, bankas, tīklu, tīkla, numuru, numurus, kontu, līgumu,
            piegādātāju
            """
        ),
        (.without, "bez"),
        (.havingNone, "nav, nebija, nebūs, nav bijis, nav bijuši, nav bijušas"),
        (
            .rhetorical,
            """
            jokojat, joks, to jūs saucat, cik ilgi var, cik var gaidīt, cik vēl var, ko es jums,
            kam tas vajadzīgs, jums vispār, vai tik grūti, vai tiešām tik grūti, cik ilgi jāgaida, cik ilgi man,
            cik vēl jāgaida, vispār kāds, vispār kādreiz, par ko es maksāju
            """
        ),
    ]
}
