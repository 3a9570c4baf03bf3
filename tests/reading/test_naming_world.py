"""Names from every continent in newspaper sentences: bodies, outlets, men, places, lists; each whole, of its kind."""

from __future__ import annotations

import pytest

from allegiance.reading.reader import EnglishReader
from reading.lines import rows

NAMES = """
The Rufaa cell of Jaysh al-Nusra was run by Samir Qandil from Tell Aswad. => Rufaa cell: group ;; Jaysh al-Nusra: group ;; Samir Qandil: person ;; Tell Aswad: place
Hamid Dost, a honey trader from Kunduz, and his cousin from Ain Dara were freed. => Hamid Dost: person ;; Kunduz: place ;; Ain Dara: place
Voz del Sur, a radio station in Quilmán, said that Aurelio Pinto had died. => Voz del Sur: group ;; Quilmán: place ;; Aurelio Pinto: person
Members of Alba Roja shot the mayor of Santa Inés. => Alba Roja: group ;; Santa Inés: place
A court in Belmarsk jailed three members of Nova Zora. => Belmarsk: place ;; Nova Zora: group
Radio Mapinga reported that the rebels of Simba Wapya had entered Kalemba. => Radio Mapinga: group ;; Simba Wapya: group ;; Kalemba: place
Al-Furat TV showed Abu Tariq al-Halabi with fighters of Saraya al-Wafaa. => Al-Furat TV: group ;; Abu Tariq al-Halabi: person ;; Saraya al-Wafaa: group
The Forces républicaines du Nord and the Mouvement patriotique pour la paix merged in Bozara. => Forces républicaines du Nord: group ;; Mouvement patriotique pour la paix: group ;; Bozara: place
The Rassemblement pour le salut national expelled Abdoulaye Mahamat. => Rassemblement pour le salut national: group ;; Abdoulaye Mahamat: person
He left the Ejército Popular de Resistencia for the Movimiento Obrero 9 de Abril. => Ejército Popular de Resistencia: group ;; Movimiento Obrero 9 de Abril: group
The KLP(M) is a faction of the Karnal Labour Party. => KLP(M): group ;; Karnal Labour Party: group
Detachment 12 of the police arrested Fajar Wibowo in Solo. => Detachment 12: group ;; Fajar Wibowo: person ;; Solo: place
The Society for Upholding the Sunna was founded by Malam Ado. => Society for Upholding the Sunna: group ;; Malam Ado: person
The Friends of the Poor Foundation funds the Army of the Just. => Friends of the Poor Foundation: group ;; Army of the Just: group
The Mwenga Brigade of General Safari Ndume lost Kasheke on Friday. => Mwenga Brigade: group ;; Safari Ndume: person ;; Kasheke: place
The River Guard of Captain Obi Nwosu took Port Amadi. => River Guard: group ;; Obi Nwosu: person ;; Port Amadi: place
Retired CIA officer Robert Bayer told Channel 9 so. => CIA: group ;; Robert Bayer: person ;; Channel 9: group
Honorable Paul Kamau, SP Arjun Rao and Insp. Dev Gurung met in Tezpara. => Paul Kamau: person ;; Arjun Rao: person ;; Dev Gurung: person ;; Tezpara: place
Counsel Maeve Tierney QC said that the Real Volunteers had shot Colm Duffy. => Maeve Tierney: person ;; Real Volunteers: group ;; Colm Duffy: person
The Ministry of Justice and the Department of Defense sanctioned Viktor Bodrov. => Ministry of Justice: group ;; Department of Defense: group ;; Viktor Bodrov: person
The Office of the Prosecutor charged Dragan Lukić. => Office of the Prosecutor: group ;; Dragan Lukić: person
The Mai-Mai Kirikicho attacked Bunyakiri. => Mai-Mai Kirikicho: group ;; Bunyakiri: place
BELLO, Umar, and SANI, Hauwa, were removed from the list. => BELLO, Umar: person ;; SANI, Hauwa: person
CIARÁN Mac Aodha (41), of Main Street in Ballymore, joined Saor Uladh. => CIARÁN Mac Aodha: person ;; Main Street: place ;; Ballymore: place ;; Saor Uladh: group
The Daily Beacon, the Lakeshore Times and Horizon News named him as Joel Adeyemi. => Daily Beacon: group ;; Lakeshore Times: group ;; Horizon News: group ;; Joel Adeyemi: person
Agence Sahel-Info quoted Lamine Cissé of the Coordination des Jeunes. => Agence Sahel-Info: group ;; Lamine Cissé: person ;; Coordination des Jeunes: group
The Telegram channel Nashir al-Jabal posted a video of Yahya Noor. => Nashir al-Jabal: group ;; Yahya Noor: person
The weekly El Faro Nuevo said that Los Pelones run Barrio Norte. => El Faro Nuevo: group ;; Los Pelones: group ;; Barrio Norte: place
La Nueva Sangre, a gang from Comuna 13, killed Edwin Zapata. => La Nueva Sangre: group ;; Comuna 13: place ;; Edwin Zapata: person
The Corps and the Wolves fought in Podgora. The Wolves lost Dejan Ilić. => Corps: group ;; Wolves: group ;; Podgora: place ;; Dejan Ilić: person
The Centre said that the tug had left Pulau Bunga. => Centre: group ;; Pulau Bunga: place
The Constabulary blamed Datu Amir Salipada, the mayor of Lower Kalinga. => Constabulary: group ;; Amir Salipada: person ;; Lower Kalinga: place
State Intelligence held Rustam Aliev in Zarkand. => State Intelligence: group ;; Rustam Aliev: person ;; Zarkand: place
The National Security Agency and the Interior Ministry blamed Timur Sabitov. => National Security Agency: group ;; Interior Ministry: group ;; Timur Sabitov: person
Border guards handed Jakob Ressel to the Federal Security Service. => Jakob Ressel: person ;; Federal Security Service: group
Troops retook Tel Rifat and Kafr Hamra from Ahrar al-Furat. => Tel Rifat: place ;; Kafr Hamra: place ;; Ahrar al-Furat: group
Abdul Malik hails from Amara and Jamil Sattar from Ramla. => Abdul Malik: person ;; Amara: place ;; Jamil Sattar: person ;; Ramla: place
He was born at Oum Hajar and died in the barracks of Tizi Ghenif. => Oum Hajar: place ;; Tizi Ghenif: place
North of Kota Lama, in San Isidro, Upper Tanah and New Halle, the Front rules. => Kota Lama: place ;; San Isidro: place ;; Upper Tanah: place ;; New Halle: place ;; Front: group
The massacre of El Salitre and the raid on La Esperanza were blamed on Los Tigres. => El Salitre: place ;; La Esperanza: place ;; Los Tigres: group
The Sons of the River announced an alliance with the Men of the Mountain. => Sons of the River: group ;; Men of the Mountain: group
The Lions of the Valley, the Sword of Truth and the Falcons of Islam merged. => Lions of the Valley: group ;; Sword of Truth: group ;; Falcons of Islam: group
The Shield of Saladin's leader, Omar Hadid, was killed. => Shield of Saladin: group ;; Omar Hadid: person
He was a member of Nuevo Amanecer and a follower of Father Ramón Ortiz. => Nuevo Amanecer: group ;; Ramón Ortiz: person
Maulvi Habib ur Rehman and Hafiz Naeem lead the Sipah-e-Haq. => Habib ur Rehman: person ;; Hafiz Naeem: person ;; Sipah-e-Haq: group
Sant Jarnail Singh Khalsa headed the Damdami Sabha, police said. => Jarnail Singh Khalsa: person ;; Damdami Sabha: group
Lakhwinder Singh alias Lakha of the Khalistan Fauj was held in Batala. => Lakhwinder Singh: person ;; Lakha: person ;; Khalistan Fauj: group ;; Batala: place
S. Thangkhal Haokip, self-styled "finance secretary" of the KRA, surrendered at Churachandra. => S. Thangkhal Haokip: person ;; KRA: group ;; Churachandra: place
Jit Bahadur Magar alias "Comrade Biplav" leads the Nepal Krantikari Dal. => Jit Bahadur Magar: person ;; Biplav: person ;; Nepal Krantikari Dal: group
Saw Mutu Say Poe II, of the Karen National Defence Organisation, met Gen. Baw Kyaw Heh. => Saw Mutu Say Poe II: person ;; Karen National Defence Organisation: group ;; Baw Kyaw Heh: person
Sai Hseng Murng told the Shan Herald Agency that the SSPA had seized Mong Hsu. => Sai Hseng Murng: person ;; Shan Herald Agency: group ;; SSPA: group ;; Mong Hsu: place
Kapten Anton Wenda of Kodap III claimed the attack on Ilaga. => Anton Wenda: person ;; Kodap III: group ;; Ilaga: place
The West Papua Liberation Organisation named Goliath Tabuni supreme commander. => West Papua Liberation Organisation: group ;; Goliath Tabuni: person
Francis Ona's Bougainville Army held Panguna. => Francis Ona: person ;; Bougainville Army: group ;; Panguna: place
Commander Bravo of the Moro Front and Abu Dar of the Maute clan met in Butig. => Bravo: person ;; Moro Front: group ;; Abu Dar: person ;; Maute clan: group ;; Butig: place
PNP spokesman Col. Bernard Banac and AFP chief Felimon Santos denied it. => PNP: group ;; Bernard Banac: person ;; AFP: group ;; Felimon Santos: person
Chief Supt. Rey Lyndon Lawas and MGen Cirilito Sobejana visited Barangay Kulasi. => Rey Lyndon Lawas: person ;; Cirilito Sobejana: person ;; Barangay Kulasi: place
Zhang Wei and Nguyễn Văn Thành of the Free Vietnam Alliance were deported. => Zhang Wei: person ;; Nguyễn Văn Thành: person ;; Free Vietnam Alliance: group
Shoko Matsuda founded Shinri Kyokai, a sect in Kamiku. => Shoko Matsuda: person ;; Shinri Kyokai: group ;; Kamiku: place
The Uighur Brigade of Abu Omar al-Turkistani fought near Jisr al-Ghab. => Uighur Brigade: group ;; Abu Omar al-Turkistani: person ;; Jisr al-Ghab: place
Bahtiyar Ekinci of the DHKB was killed in the Nurtepe quarter of Istanbul. => Bahtiyar Ekinci: person ;; DHKB: group ;; Nurtepe: place ;; Istanbul: place
Warlord Ruslan Gelaev's widow, Zarema, lives in the Pankisi Gorge. => Ruslan Gelaev: person ;; Zarema: person ;; Pankisi Gorge: place
The commander, Tarek ag Amastan, had left the movement in May. => Tarek ag Amastan: person
His duties passed to Warsan Guure, previously the group's treasurer. => Warsan Guure: person
A spokesman for Lashkar-e Sang, Sabzal Rind, told the station so. => Lashkar-e Sang: group ;; Sabzal Rind: person
It told of the disintegration of Mai-Mai Bwira. => Mai-Mai Bwira: group
Puka Llaqta fights on. The Puka Llaqta guerrillas hold the hills. Puka Llaqta was born of a schism. => Puka Llaqta: group
They are active in Arzan, and Rustam was jailed. => Arzan: place ;; Rustam: person
Emir Magas of Vilayat Galgaiche reported to Doku Umarov. => Emir Magas: person ;; Vilayat Galgaiche: group ;; Doku Umarov: person
The Gimry jamaat was headed by Ibragim Gadzhidadaev. => Gimry jamaat: group ;; Ibragim Gadzhidadaev: person
Denis Pushin and Igor Bezlerov lead the Donbas People's Militia and Oplot-2. => Denis Pushin: person ;; Igor Bezlerov: person ;; Donbas People's Militia: group ;; Oplot-2: group
Right Bloc leader Dmytro Yarov was wounded near Pisky. => Right Bloc: group ;; Dmytro Yarov: person ;; Pisky: place
Hashim Dauti of the UÇK-M surrendered to KFOR in Dragash. => Hashim Dauti: person ;; UÇK-M: group ;; KFOR: group ;; Dragash: place
Nuclei Armati Operai kidnapped Judge Mario Sossi in Genoa. => Nuclei Armati Operai: group ;; Mario Sossi: person ;; Genoa: place
Renato Curci and Mara Cagola founded the Brigate Nere. => Renato Curci: person ;; Mara Cagola: person ;; Brigate Nere: group
Óglaigh na Saoirse and Cumann na mBan Nua met Pádraig Ó Conaill. => Óglaigh na Saoirse: group ;; Cumann na mBan Nua: group ;; Pádraig Ó Conaill: person
The Provisional Army Council in Derry stood down Martin McGuigan. => Provisional Army Council: group ;; Derry: place ;; Martin McGuigan: person
In 1981 Grapo's Manuel Pérez Mota fled to Oporto. => Grapo: group ;; Manuel Pérez Mota: person ;; Oporto: place
Resistência Nacional's Afonso Dlakama died in Gorongosa. => Resistência Nacional: group ;; Afonso Dlakama: person ;; Gorongosa: place
The FLEC-FAC said its chief of staff, Estanislau Boma, had been killed in Massabi. => FLEC-FAC: group ;; Estanislau Boma: person ;; Massabi: place
Seleka's Noureddine Adam and the anti-balaka leader Rodrigue Ngaïbona signed in Nairobi. => Seleka: group ;; Noureddine Adam: person ;; Rodrigue Ngaïbona: person ;; Nairobi: place
Joseph Kony's deputy, Okot Odhiambo, left the Lord's Resistance Army. => Joseph Kony: person ;; Okot Odhiambo: person ;; Lord's Resistance Army: group
Alice Lakwena's Holy Spirit Movement marched on Jinja. => Alice Lakwena: person ;; Holy Spirit Movement: group ;; Jinja: place
Imbonerakure youths killed Zedi Feruzi in Ngagara. => Imbonerakure: group ;; Zedi Feruzi: person ;; Ngagara: place
The RED-Tabara of Alexis Sinduhije struck Vugizo. => RED-Tabara: group ;; Alexis Sinduhije: person ;; Vugizo: place
Ntabo Ntaberi Sheka's NDC and Guidon Shimiray's NDC-R fought at Pinga. => Ntabo Ntaberi Sheka: person ;; NDC: group ;; Guidon Shimiray: person ;; NDC-R: group ;; Pinga: place
William Amuri Yakutumba leads the Coalition nationale pour la libération. => William Amuri Yakutumba: person ;; Coalition nationale pour la libération: group
Minni Arko's SLM-MA signed in Abuja; Abdel Wahid Nur's wing did not. => Minni Arko: person ;; SLM-MA: group ;; Abuja: place ;; Abdel Wahid Nur: person
The Oromo Liberation Army's Kumsa Diriba, known as Jaal Marroo, was in Wollega. => Oromo Liberation Army: group ;; Kumsa Diriba: person ;; Jaal Marroo: person ;; Wollega: place
Fano militiamen under Zemene Kassie entered Bahir Dar. => Fano: group ;; Zemene Kassie: person ;; Bahir Dar: place
Sheikh Ahmed Madobe's Ras Kamboni Brigade took Kismayo. => Ahmed Madobe: person ;; Ras Kamboni Brigade: group ;; Kismayo: place
Ahlu Sunna Waljamaa's Macalin Mahamuud fled Dhusamareb. => Ahlu Sunna Waljamaa: group ;; Macalin Mahamuud: person ;; Dhusamareb: place
Iyad ag Ghali's Ansar Dine Sahel and the Katiba Macina attacked Sokolo. => Iyad ag Ghali: person ;; Ansar Dine Sahel: group ;; Katiba Macina: group ;; Sokolo: place
Koglweogo vigilantes killed Fulani herders in Yirgou. => Koglweogo: group ;; Yirgou: place
Asari Dokubo's Niger Delta Vigilante fought Ateke Tom in Okrika. => Asari Dokubo: person ;; Niger Delta Vigilante: group ;; Ateke Tom: person ;; Okrika: place
The West Side Boys' "Brigadier" Foday Kallay was taken at Gberi Bana. => West Side Boys: group ;; Foday Kallay: person ;; Gberi Bana: place
Prince Yormie Johnson's INPFL killed Samuel Doe. => Yormie Johnson: person ;; INPFL: group ;; Samuel Doe: person
Jean-Jacques Wamba dia Wamba led the RCD-Kisangani. => Jean-Jacques Wamba dia Wamba: person ;; RCD-Kisangani: group
The Tuareg leader Mano Dayak of the Front de libération de l'Aïr died at Adrar Bous. => Mano Dayak: person ;; Front de libération de l'Aïr: group ;; Adrar Bous: place
Mokhtar Benmokhtar's Mulathameen Brigade raided the Tigantourine plant. => Mokhtar Benmokhtar: person ;; Mulathameen Brigade: group ;; Tigantourine: place
Wilayat Barqa named Abu al-Mughirah al-Qahtani wali. => Wilayat Barqa: group ;; Abu al-Mughirah al-Qahtani: person
Jund al-Islam clashed with Wilayat Sina in El Barth. => Jund al-Islam: group ;; Wilayat Sina: group ;; El Barth: place
Liwa al-Thawra and Hasm claimed the killing of Brigadier Adel Ragai in Obour City. => Liwa al-Thawra: group ;; Hasm: group ;; Adel Ragai: person ;; Obour City: place
Saraya al-Quds named Tayseer al-Jabari's successor. => Saraya al-Quds: group ;; Tayseer al-Jabari: person
Usbat al-Nour's Haytham Saadi hides in Ain al-Helweh. => Usbat al-Nour: group ;; Haytham Saadi: person ;; Ain al-Helweh: place
Quwat al-Nimr, led by Suheil al-Hassan, entered Khan Sheikhoun. => Quwat al-Nimr: group ;; Suheil al-Hassan: person ;; Khan Sheikhoun: place
Sheikh Ali al-Hatem Suleiman of the Dulaim tribe met Hadi al-Amiri's Badr Organisation. => Ali al-Hatem Suleiman: person ;; Dulaim tribe: group ;; Hadi al-Amiri: person ;; Badr Organisation: group
The Houthis named Yusuf al-Madani head of the Fifth Military Region. => Houthis: group ;; Yusuf al-Madani: person ;; Fifth Military Region: group
The Giants Brigades of Abu Zaraa al-Mahrami took Bayhan. => Giants Brigades: group ;; Abu Zaraa al-Mahrami: person ;; Bayhan: place
Jaish al-Adl said Salahuddin Farooqi was in Saravan. => Jaish al-Adl: group ;; Salahuddin Farooqi: person ;; Saravan: place
"""  # noqa: E501


@pytest.mark.parametrize(("text", "wanted"), rows(NAMES))
def test_every_name_of_a_sentence_is_found_and_nothing_else(
    reader: EnglishReader, text: str, wanted: list[str]
) -> None:
    found = [m for m in reader.layers(text).mentions if not m.country and not m.demonym]
    assert {f"{m.name}: {m.kind.value}" for m in found} == set(wanted)
