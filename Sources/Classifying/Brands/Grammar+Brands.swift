/// The words that do it, language by language.
extension Grammar {
    static let englishOfBrands: [(Function, String)] = [
        (.reporting, "that"),
        (
            .asHoped,
            """
            as promised, as expected, as hoped, like promised, just as promised, was promised and,
            than promised, than expected, than i expected, than we expected, than i hoped, than hoped
            """
        ),
        (
            .dissuading,
            """
            don't switch, do not switch, dont switch, never switch, don't move, do not move, don't change,
            do not change, don't go, do not go, don't bother switching, don't bother moving,
            not worth switching, not worth moving, wouldn't recommend switching,
            would not recommend switching, think twice before switching, avoid switching
            """
        ),
        (
            .hoping,
            """
            looking for, look for, searching for, search for, in search of, hunting for,
            on the hunt for, in the market for, need a, need an, need some, need any, needs a,
            want a, want some, wanted a, hoping for, hoped, was hoping, were hoping, had hoped,
            expected, expecting, was told, were told, promised, promises, supposed to, recommend a,
            recommend an, recommend any, recommend some, recommend me, know a, know an, know any,
            know of, suggest a, suggest any, is there a, is there any, are there any,
            thought it would, thought they would
            """
        ),
        (
            .seeking,
            """
            looking for, searching for, in search of, hunting for, in the market for, need, need a,
            recommend, know a, know any, thinking about, thinking of, considering
            """
        ),
        (
            .outdoing,
            """
            beats, beat, outperform*, outclass*, outshine*, surpass*, trumps, crushes, destroys,
            smokes, blows, miles ahead of, way ahead of, far ahead of, streets ahead of,
            well ahead of, wipes the floor with, wins against, runs circles around
            """
        ),
        (
            .outdone,
            """
            can't compete with, cannot compete with, can't compare, cannot compare, doesn't compare,
            don't compare, no match for, doesn't hold a candle to, don't hold a candle to,
            can't hold a candle to, does not hold a candle to, nowhere near, not a patch on,
            fall short of, falls short of, far behind, way behind, miles behind, lags behind,
            trails behind, loses to, lost to, losing to, pales in comparison, pales next to,
            pales beside, can't touch, can't beat, cannot beat, can't match, cannot match,
            doesn't come close to, don't come close to, does not come close to, doesn't come near,
            don't come near, could learn from, can learn from, should learn from, beaten by,
            outperformed by, surpassed by, outclassed by, nothing compares, nothing comes close to
            """
        ),
        (.peerless, "can't touch, can't beat, cannot beat, can't match, cannot match"),
        (
            .elsewhere,
            """
            someone else, somebody else, anyone else, anybody else, something else, competitor*,
            competition, elsewhere, another operator, another provider, another bank,
            another network, another carrier, another company, another supplier, another shop,
            another store, another airline, another service, a different operator,
            a different provider, a different bank, a different network, a different carrier,
            a different company, other provider*, your competitor*
            """
        ),
        (
            .regret,
            """
            regret, regretted, regretting, mistake, should never have, never should have,
            shouldn't have, should not have, wish i had never, wish i'd never, wish i hadn't,
            wish we had never, wish we hadn't, sorry i ever, sorry we ever, worst decision,
            bad idea
            """
        ),
        (
            .returning,
            """
            going back, went back, go back, coming back, came back, moving back, moved back,
            returning, returned, back to, back with
            """
        ),
        (.period, "day, days, week, weeks, month, months, year, years"),
        (
            .parting,
            """
            last time i shop, last time i buy, last time i order, last time i use, last time i book,
            last time i fly, last time i ever, this was the last time, that was the last time,
            was my last order, was my last purchase, was my last visit, my very last, never again,
            never ever again, never going back, never coming back, i won't be back,
            we won't be back, i won't be coming back, i will not be back, we will not be back,
            not coming back, not renewing, won't renew,
            will not renew, won't be renewing, lost me as, lost me for, you lost me,
            lost a customer, lost another customer, losing a customer, lost my business,
            taking my business, taking our business, take my business, taking my money elsewhere,
            business elsewhere, and i'm out, and i am out, i'm done with, am done with,
            we're done with, look for another, looking for another, changing provider*,
            changing bank*, changing operator*, switching provider*, switching bank*,
            switching operator*
            """
        ),
        (
            .closing,
            """
            cancelling, canceling, cancel, closing, close my, close our, ending my, ending our,
            terminating,
            terminate, i closed, i cancelled, i canceled, just cancelled, just canceled,
            have cancelled, have canceled, not renewing
            """
        ),
        (
            .contract,
            "contract, contracts, account, accounts, subscription, membership"
        ),
        (
            .mending,
            """
            fixed the, fixed my, fixed our, fixed it, fixed a, fixed this, fixed all, fixes the,
            fixes my, fixes it, solved, solves, resolved, repaired, restored, mended, sorted out
            """
        ),
        (.incredulous, "really, seriously, again, still, serious"),
        (.switching, "porting, ported, dumped, dumping, quit, quitting"),
        (.from, "out of"),
        (.farewell, "goodbye, bye, bye bye, adios, farewell"),
        (.exchanging, "change, changed, changing, swapped"),
        (
            .provider,
            """
            provider*, operator*, bank, banks, carrier*, network*, supplier*, company, companies,
            number, numbers, line, lines, contract, contracts, account, accounts
            """
        ),
        (.looseTo, "for, with"),
        (.without, "without, free of"),
        (
            .havingNone,
            """
            not a, not one, not any, never a, never any, never had, never have, haven't had,
            hasn't had, didn't have, don't have, doesn't have, isn't any, aren't any, wasn't any,
            weren't any, not had
            """
        ),
        (
            .rhetorical,
            """
            are you kidding, you kidding, are you joking, is this a joke, is that a joke,
            are you serious, you call this, you call that, they call this, they call that,
            how hard can, how hard is it, how dare, who even,
            what did i do, what have i done, is it too much to ask,
            how many times do i have to, how many times must, how much longer,
            how is this even, wtf
            """
        ),
    ]

    static let polishOfBrands: [(Function, String)] = [
        (.reporting, "że, ze, żeby, by, aby, iż, zeby"),
        (
            .asHoped,
            """
            jak obiecali, jak obiecano, jak obiecywali, jak oczekiwałam, jak oczekiwałem,
            niż oczekiwałam, niż oczekiwałem, niż obiecywali, niż obiecali
            """
        ),
        (
            .dissuading,
            """
            nie przechodź, nie przechodźcie, nie przenoś, nie przenoście, nie idź, nie idźcie,
            nie zmieniaj, nie zmieniajcie, nie warto przechodzić, nie warto zmieniać,
            nie warto przenosić, nie radzę przechodzić, nie radzę zmieniać, odradzam przechodzenie
            """
        ),
        (
            .hoping,
            """
            szukam, szukamy, szuka, szukają, szukałam, szukałem, szukaliśmy, poszukuję, poszukujemy,
            poszukuje, poszukiwany, poszukiwana, rozglądam się za, rozglądamy się za, potrzebuję,
            potrzebujemy, potrzebna, potrzebny, potrzebne, miałam nadzieję, miałem nadzieję,
            mieliśmy nadzieję, liczyłam na, liczyłem na, liczyliśmy na, liczę na, oczekiwałam,
            oczekiwałem, oczekiwaliśmy, spodziewałam się, spodziewałem się, spodziewaliśmy się,
            myślałam że będzie, myślałem że będzie, obiecywali, obiecali, obiecano, obiecują,
            polecicie, polecacie, ktoś poleca, ktoś polecić, zna ktoś, ktoś zna, znacie, jest jakaś,
            jest jakiś, jest jakieś, są jakieś, gdzie znajdę, gdzie kupię
            """
        ),
        (
            .seeking,
            """
            szukam, szukamy, poszukuję, poszukujemy, rozglądam się za, potrzebuję, potrzebujemy,
            polecicie, polecacie, polecić, zastanawiam się nad, myślę o, myślimy o, przymierzam się
            """
        ),
        (
            .outdoing,
            """
            bije, biją, przewyższa, przewyższają, przebija, przebijają, pokonuje, pokonują,
            deklasuje, deklasują, wygrywa z, wygrywają z, zostawia w tyle, góruje nad, wyprzedza,
            miażdży
            """
        ),
        (
            .outdone,
            """
            nie dorasta, nie dorastają, nie umywa się, nie umywają się, nie ma startu,
            nie mają startu, daleko do, daleko mu do, daleko jej do, daleko im do,
            daleko jeszcze do, nie może się równać, nie mogą się równać, nie może konkurować,
            nie mogą konkurować, nie dorównuje, nie dorównują, nie równa się, przegrywa z,
            przegrywają z, przegrywa, ustępuje, ustępują, wypada słabo przy, wypada blado przy,
            blednie przy, odstaje od, odstają od, może się uczyć od, może się od, mogą się uczyć od,
            mogą się od, nie pobije, nie przebije
            """
        ),
        (
            .elsewhere,
            """
            kogoś innego, kogokolwiek innego, gdzie indziej, konkurencj*, innego operatora,
            innego banku, innej sieci, innego sklepu, innej firmy, innego dostawcy, inny bank,
            inną sieć, inną firmę, innych
            """
        ),
        (
            .regret,
            """
            żałuję, żałujemy, żałowałam, żałowałem, pożałowa*, błąd, błędem, niepotrzebnie,
            nie powinnam, nie powinienem, nie powinniśmy, nie trzeba było, najgorsza decyzja
            """
        ),
        (.returning, "wracam, wracamy, wrócił*, wracać, wrócić, powrót, z powrotem"),
        (.period, "dni, tygodniu, tygodniach, miesiącu, miesiącach, roku, latach, lat"),
        (
            .parting,
            """
            to był ostatni raz, pierwszy i ostatni raz, po raz ostatni, ostatni raz kupuję,
            ostatni raz zamawiam, ostatni raz korzystam, ostatni raz u was, ostatnie zakupy,
            ostatnia wizyta, ostatnie zamówienie, nigdy więcej, zabieram numer*, zabieram pieniądze,
            wypowiadam wam, składam wypowiedzenie, złożyłam wypowiedzenie, złożyłem wypowiedzenie,
            nie przedłużam, nie przedłużę, stracił klienta, straciliście klienta, tracicie klienta,
            traci klienta, stracił właśnie klienta, straciła klienta, straciła klientkę,
            straciliście klientkę, moja noga, zmieniam bank, zmieniam operatora, zmieniam sieć,
            zmieniam dostawcę, zmieniamy bank, zmieniamy operatora, zmienię bank, zmienię operatora,
            poszukam innego, szukam innego operatora, szukam innego banku, idę do konkurencji,
            pójdę do konkurencji, i odchodzę, to odchodzę, odchodzę od was, idę gdzie indziej
            """
        ),
        (
            .closing,
            """
            wypowiadam, wypowiadamy, wypowiem, wypowiedziałam, wypowiedziałem, rozwiązuję, rozwiążę,
            rozwiązałam, rozwiązałem, zrywam, zerwę, zamykam, zamykamy, zamknę, zamknęłam,
            zamknąłem, usuwam, usunęłam, usunąłem, kasuję, skasowałam, skasowałem
            """
        ),
        (
            .contract,
            "umowę, umowy, konto, konta, rachunek, abonament, subskrypcję"
        ),
        (
            .mending,
            """
            naprawił, naprawiła, naprawili, naprawiły, naprawiono, usunęli awari*, usunięto awari*,
            usunął awari*, usunęli uster*, usunięto uster*, usunął uster*, rozwiązał problem*,
            rozwiązała problem*, rozwiązali problem*, rozwiązano problem*, rozwiązał mój problem*,
            rozwiązali mój problem*
            """
        ),
        (.incredulous, "serio, naprawdę, znowu, znów, poważnie, dalej"),
        (
            .switching,
            """
            odeszli*, przeszli*, przenieśli*, przenosi*, przesiedli*, uciekli*, odejdę, odejdziemy,
            przejdziemy, przechodź, przechodźcie, przenoś, przenoście, zmieniaj, zmieniajcie
            """
        ),
        (.farewell, "żegnaj, żegnajcie, żegnam, do niewidzenia"),
        (
            .exchanging,
            """
            zmieniłem, zmieniłam, zmieniam, zmieniamy, zmienić, zmieniliśmy, zmienił, zmieniła,
            zmienię, zmienimy, zamieniłem, zamieniłam, przenios*, przenosz*, przenosi*, przenieś*, przenieść
            """
        ),
        (
            .provider,
            """
            bank, banku, operatora, operatorem, sieć, sieci, dostawcę, dostawcy, numer, numery,
            numerów, firmę, firmy, się, sie, konto, umowę
            """
        ),
        (.without, "bez"),
        (
            .havingNone,
            """
            nie ma, nie było, nie będzie, nie mam, nie mamy, nie miałam, nie miałem, nie mieliśmy,
            nie miał, nie miała
            """
        ),
        (
            .rhetorical,
            """
            na poważnie, żartujecie, żartujesz, kpicie, kpisz, jaja sobie, i to ma być,
            a to ma być, to ma być obsług*, to ma być jakość, jak długo można,
            ile można czekać, ile można jeszcze, ile jeszcze można, ile razy mam, co ja wam,
            kogo to obchodzi, po co komu, to jakiś żart, to żart
            """
        ),
    ]

    static let latvianOfBrands: [(Function, String)] = [
        (.reporting, "ka, vai, lai"),
        (
            .asHoped,
            "kā cerēju, kā cerējām, kā gaidīju, nekā cerēju, nekā gaidīju, nekā solīja, kā solīja"
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
            vairs nepirkšu, vairs nepasūtīšu, vairs nenākšu, nepagarināšu, nepagarinu,
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
            dzēšu, dzēsīšu, izdzēsu
            """
        ),
        (.contract, "līgumu, līgumus, kontu, kontus, abonementu"),
        (
            .mending,
            """
            salaboja, salabojuši, novērsa, novērsuši, atrisināja, atrisinājuši, sakārtoja,
            atjaunoja
            """
        ),
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
            kam tas vajadzīgs
            """
        ),
    ]
}
