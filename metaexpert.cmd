@echo off
rem Starts MetaExpert on Windows: from a clone (built on first use) or from an unpacked release.
setlocal
set "HERE=%~dp0"
set "JDK="
call :try "%METAEXPERT_JAVA_HOME%"
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk-*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined JDK (
  echo error: no JDK of 21 or newer was found 1>&2
  echo hint: install Temurin 25 ^(https://adoptium.net^), or set METAEXPERT_JAVA_HOME to the folder of one that is installed 1>&2
  exit /b 2
)
set "HOMEDIR=%HERE%.."
if not exist "%HERE%metaexpert-cli\pom.xml" goto start
set "HOMEDIR="
for /d %%d in ("%HERE%metaexpert-cli\target\metaexpert-*") do set "HOMEDIR=%%~d"
if defined HOMEDIR goto start
echo Building MetaExpert with %JDK% 1>&2
set "JAVA_HOME=%JDK%"
call "%HERE%mvnw.cmd" -B -ntp -f "%HERE%pom.xml" -pl metaexpert-cli -am -Dmaven.test.skip=true -Dspotless.check.skip=true install 1>&2
if errorlevel 1 exit /b 1
for /d %%d in ("%HERE%metaexpert-cli\target\metaexpert-*") do set "HOMEDIR=%%~d"

:start
if not exist "%HOMEDIR%\lib" (
  echo error: there is no lib folder in %HOMEDIR% 1>&2
  exit /b 2
)
set "CDS=-Xshare:auto"
if not defined LOCALAPPDATA goto run
if not exist "%LOCALAPPDATA%\metaexpert" mkdir "%LOCALAPPDATA%\metaexpert" 2>nul
if exist "%LOCALAPPDATA%\metaexpert" set CDS=-Xshare:auto -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%LOCALAPPDATA%\metaexpert\classes.jsa"
:run
"%JDK%\bin\java.exe" --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %CDS% -Xlog:disable -Xlog:all=error:stderr %METAEXPERT_OPTS% "-Dmetaexpert.home=%HOMEDIR%" -cp "%HOMEDIR%\lib\*" io.metaexpert.cli.Start %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b JAVA_VERSION= "%~1\release"') do for /f "tokens=1 delims=.-+" %%m in (%%v) do if %%m GEQ 21 set "JDK=%~1"
exit /b 0
