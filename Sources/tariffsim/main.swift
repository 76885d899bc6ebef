internal import TariffSimCommands

TariffSimProgram.main()
