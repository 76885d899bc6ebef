/// Names and codes of the partners in the import statistics of the US Census Bureau for 2024, and those of its Schedule C where they
/// differ, with the code of each: `name=code|…`.
let censusNames = """
  Afghanistan=5310|Albania=4810|Algeria=7210|American Samoa=9510|Andorra=4271|Angola=7620|Anguilla=2481|\
  Antigua And Barbuda=2484|Antigua and Barbuda=2484|Argentina=3570|Armenia=4631|Aruba=2779|Australia=6021|Austria=4330|\
  Azerbaijan=4632|Bahamas=2360|Bahrain=5250|Bangladesh=5380|Barbados=2720|Belarus=4622|Belgium=4231|Belize=2080|\
  Benin=7610|Bermuda=2320|Bhutan=5682|Bolivia=3350|Bosnia And Herzegovina=4793|Bosnia and Herzegovina=4793|Botswana=7930|\
  Brazil=3510|British Indian Ocean Territory=7810|British Virgin Islands=2482|Brunei=5610|Bulgaria=4870|\
  Burkina Faso=7600|Burma=5460|Burma (Myanmar)=5460|Burundi=7670|Cabo Verde=7643|Cambodia=5550|Cameroon=7420|Canada=1220|\
  Cayman Islands=2440|Central African Republic=7540|Chad=7560|Chile=3370|China=5700|Christmas Island=6024|\
  Christmas Island (in the Indian Ocean)=6024|Cocos (Keeling) Islands=6023|Colombia=3010|Comoros=7890|Congo=7630|\
  Congo, Democratic Republic of the Congo (formerly Za=7660|Congo, Republic of the Congo=7630|Cook Islands=6142|\
  Costa Rica=2230|Cote D'Ivoire=7480|Cote d'Ivoire=7480|Croatia=4791|Cuba=2390|Curacao=2777|Cyprus=4910|\
  Czech Republic=4351|Democratic Republic Of The Congo=7660|Denmark=4099|Denmark, except Greenland=4099|Djibouti=7770|\
  Dominica=2486|Dominican Republic=2470|Ecuador=3310|Egypt=7290|El Salvador=2110|Equatorial Guinea=7380|Eritrea=7741|\
  Estonia=4470|Eswatini=7950|Ethiopia=7749|European Union=0003|Falkland Islands (Islas Malvinas)=3720|Faroe Islands=4091|\
  Fiji=6863|Finland=4050|France=4279|French Guiana=3170|French Polynesia=6414|French Southern and Antarctic Lands=7905|\
  Gabon=7550|Gambia=7500|Gaza Strip Administered By Israel=5082|Gaza Strip administered by Israel=5082|Georgia=4633|\
  Germany=4280|Germany (Federal Republic of Germany)=4280|Ghana=7490|Gibraltar=4720|Greece=4840|Greenland=1010|\
  Grenada=2489|Guadeloupe=2831|Guam=9350|Guatemala=2050|Guinea=7460|Guinea-Bissau=7642|Guyana=3120|Haiti=2450|\
  Heard Island and McDonald Islands=6029|Holy See (Vatican City)=4752|Honduras=2150|Hong Kong=5820|Hungary=4370|\
  Iceland=4000|India=5330|Indonesia=5600|Iran=5070|Iraq=5050|Ireland=4190|Israel=5081|Italy=4759|Jamaica=2410|Japan=5880|\
  Jordan=5110|Kazakhstan=4634|Kenya=7790|Kiribati=6226|Korea, South=5800|Kosovo=4803|Kuwait=5130|Kyrgyzstan=4635|\
  Laos=5530|Laos (Lao People's Democratic Republic)=5530|Latvia=4490|Lebanon=5040|Lesotho=7990|Liberia=7650|Libya=7250|\
  Liechtenstein=4411|Lithuania=4510|Luxembourg=4239|Macao=5660|Macau=5660|Macedonia=4794|Madagascar=7880|Malawi=7970|\
  Malaysia=5570|Maldives=5683|Mali=7450|Malta=4730|Marshall Islands=6810|Martinique=2839|Mauritania=7410|Mauritius=7850|\
  Mayotte=7881|Mexico=2010|Micronesia=6820|Micronesia, Federated States of=6820|Moldova=4641|\
  Moldova (Republic of Moldova)=4641|Monaco=4272|Mongolia=5740|Montenegro=4804|Montserrat=2485|Morocco=7140|\
  Mozambique=7870|Namibia=7920|Nauru=6862|Nepal=5360|Netherlands=4210|New Caledonia=6412|New Zealand=6141|Nicaragua=2190|\
  Niger=7510|Nigeria=7530|Niue=6144|Norfolk Island=6022|North Korea (Democratic People's Republic of Korea)=5790|\
  North Macedonia=4794|Northern Mariana Islands=9610|Norway=4039|Oman=5230|Pakistan=5350|Palau=6830|Panama=2250|\
  Papua New Guinea=6040|Paraguay=3530|Peru=3330|Philippines=5650|Pitcairn Islands=6225|Poland=4550|Portugal=4710|\
  Puerto Rico=9030|Qatar=5180|Reunion=7904|Romania=4850|Russia=4621|Rwanda=7690|Saint Helena=7580|\
  Saint Kitts and Nevis=2483|Saint Lucia=2487|Saint Pierre and Miquelon=1610|Saint Vincent and the Grenadines=2488|\
  Samoa=6150|Samoa (Western Samoa)=6150|San Marino=4751|Sao Tome And Principe=7644|Sao Tome and Principe=7644|\
  Saudi Arabia=5170|Senegal=7440|Serbia=4801|Seychelles=7800|Sierra Leone=7470|Singapore=5590|Sint Maarten=2774|\
  Slovakia=4359|Slovenia=4792|Solomon Islands=6223|Somalia=7700|South Africa=7910|South Korea (Republic of Korea)=5800|\
  South Sudan=7323|Spain=4700|Sri Lanka=5420|St Helena=7580|St Kitts And Nevis=2483|St Lucia=2487|\
  St Vincent And The Grenadines=2488|Sudan=7321|Suriname=3150|Svalbard and Jan Mayen=4031|\
  Svalbard, Jan Mayen Island=4031|Sweden=4010|Switzerland=4419|Syria=5020|Syria (Syrian Arab Republic)=5020|Taiwan=5830|\
  Tajikistan=4642|Tanzania=7830|Tanzania (United Republic of Tanzania)=7830|Thailand=5490|Timor-Leste=5601|Togo=7520|\
  Tokelau=6143|Tonga=6864|Trinidad And Tobago=2740|Trinidad and Tobago=2740|Tunisia=7230|Turkey=4890|Turkmenistan=4643|\
  Turks And Caicos Islands=2430|Turks and Caicos Islands=2430|Tuvalu=6227|Uganda=7780|Ukraine=4623|\
  United Arab Emirates=5200|United Kingdom=4120|United States Minor Outlying Islands=9800|United States of America=1000|\
  Uruguay=3550|Uzbekistan=4644|Vanuatu=6224|Vatican City=4752|Venezuela=3070|Vietnam=5520|\
  Virgin Islands of the United States=9110|Wallis and Futuna=6413|West Bank Administered By Israel=5083|\
  West Bank administered by Israel=5083|Yemen=5210|Yemen (Republic of Yemen)=5210|Zambia=7940|Zimbabwe=7960
  """
