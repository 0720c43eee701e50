<?php

declare(strict_types=1);

namespace Drupal\ketjupaja_import\Drush\Commands;

use Drupal\ketjupaja_import\Importer;
use Drush\Attributes as CLI;
use Drush\Commands\AutowireTrait;
use Drush\Commands\DrushCommands;
use Symfony\Component\DependencyInjection\Attribute\Autowire;

/**
 * Reads a published site: drush ketjupaja:import URL LANGUAGE.
 */
final class ImportCommands extends DrushCommands {

  use AutowireTrait;

  public function __construct(
    #[Autowire(service: 'ketjupaja_import.importer')]
    private readonly Importer $importer,
  ) {
    parent::__construct();
  }

  #[CLI\Command(name: 'ketjupaja:import')]
  #[CLI\Argument(name: 'site', description: 'Address of the published site.')]
  #[CLI\Argument(name: 'language', description: 'Language to read: fi, sv or en.')]
  public function import(string $site, string $language = 'fi'): void {
    [$made, $gone] = $this->importer->import($site, $language);
    $this->logger()->success("$made made or updated, $gone taken offline");
  }

}
