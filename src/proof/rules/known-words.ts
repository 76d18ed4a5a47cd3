/** English words of science, industry and administration that a general dictionary lacks, and prefixes that make new ones. */

export const PREFIXES =
  /^(?:agro|anti|auto|bio|co|counter|cross|cyber|de|electro|geo|hydro|hyper|infra|inter|intra|macro|mega|meta|micro|mid|mini|multi|nano|neuro|non|over|para|petro|pharma|photo|poly|post|pre|pro|pseudo|quasi|re|semi|socio|sub|super|techno|tele|thermo|trans|ultra|un|under|uni)/;

export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  `aerospace agri agritech algorithmic automaker benchmarking bioeconomy bioinformatics biomanufacturing biomaterials
  biomedicine biopharma biopharmaceutical biopharmaceuticals blockchain broadband carbonization chiplet chipmaker
  cleantech cloudification cobot codebase commoditization commercialization computerization coworking crowdfunding
  crowdsourcing cryptocurrency cybersecurity cyberspace dataset datasets decarbonization decarbonize deeptech
  digitalization digitalize digitization digitize downtime ecommerce ecosystem edtech electrification emailing
  epigenetics exoskeleton fintech foundries genomics geothermal glocal globalization greenfield hackathon hotline hotlines islanding catalogue catalogues healthtech
  hinterland hyperscale incentivize incentivized incubatees industrialization informatics informatization
  infographic inpatient interconnectivity internationalization interoperability interoperable intrapreneurship
  legalized livelihoods livestreaming localization makerspace makerspaces marketization mechatronics metaverse metro
  microgrid microgrids microelectronics mobilities modularization modernization monetization nanomaterials
  nanotechnology neuroscience onboarding onshore offshoring omics optoelectronic optoelectronics optoelectronics
  organoid outbound oversight patentee percent photonics photovoltaic photovoltaics policymaker policymakers
  policymaking preclinical proteomics prototyping quantum rollout robotaxi robotics semiconductor semiconductors
  serialization servitization siloed smartphone spinoff spinoffs standardization startup startups subnational
  superalloy supercomputing sustainability symposia synergistic taikonaut telecom telehealth telemedicine timeline
  timeframe tokenization traceability transboundary translational transnational unbundling underserved upcycling
  upskilling upskill urbanization valorization vaccinology venturing virtualization walkthrough wearables webinar
  webinars website websites wellbeing wellness workflow workflows workforce workstation yuan renminbi jin mu li
  kWh qipao yuan hukou guanxi baijiahao wechat weibo
  capita chatbot chatbots agentic exascale perovskite perovskites biosimilar biosimilars lidar gigafactory gigafactories
  rideshare ridesharing livestream livestreams reskill reskilling nearshoring friendshoring dealmaking rulemaking
  microfluidic microfluidics spintronics optogenetics hydrogel hydrogels aerogel aerogels graphene tokamak synchrotron
  photonic picosecond femtosecond attosecond petaflops exaflops teraflops agrifood agrivoltaics electrolyzer electrolyzers
  operationalize operationalized incentivizing securitization collateralized cleanroom cleanrooms datacenter datacenters
  hyperscaler hyperscalers middleware chipset chipsets tapeout biofoundry biofoundries edtech proptech insurtech regtech
  digitalized digitalizing decarbonizing commercializing industrialized informatized upskilled biomass biofuel biofuels
  von der van den del della
  per cent vs eg ie etc al km kg cm mm nm kV kW ms min`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
