/**
 * The question of the side effects figure, whole and plain, so that tools can read it as it stands. What one view alone
 * shows is asked for in that view alone: it would double an answer that is the largest of its page.
 */
export const sideEffectsDocument = /* GraphQL */ `
  query SideEffectsFigure(
    $release: ID!
    $where: CohortInput
    $by: Dimension
    $per: ExposureUnit
    $byInfusion: Boolean = false
    $resolution: Boolean = false
  ) {
    cohort(release: $release, where: $where) {
      sentence
      patients {
        value
        hidden
      }
      notApplied {
        dimension
        sentence
      }
      release {
        id
        number
        publishedOn
        checksum
        dataset {
          name
          title
          kind
          licence
          citation
        }
      }
      disclosure {
        profile
        smallestCount
        roundedTo
        sentence
      }
      sideEffects(by: $by, per: $per) {
        answered {
          notApplied {
            dimension
            sentence
          }
          release {
            id
            number
            publishedOn
            checksum
          }
        }
        per
        groups {
          group {
            code
            label
            short
          }
          exposed {
            value
            hidden
          }
          sessions {
            value
            hidden
          }
          byChecklist {
            value
            lower
            upper
            hidden
            bound
          }
          effects {
            term
            occurrences {
              value
              hidden
            }
            rate {
              value
              lower
              upper
              hidden
              bound
            }
            severities {
              severity
              occurrences {
                value
                hidden
              }
              rate {
                value
                lower
                upper
                hidden
                bound
              }
            }
            resolutionMinutes @include(if: $resolution) {
              value
              lower
              upper
              hidden
              bound
            }
          }
          vitals {
            sign
            patients {
              value
              hidden
            }
            rise {
              value
              lower
              upper
              hidden
              bound
            }
          }
          infusions @include(if: $byInfusion) {
            number
            exposed {
              value
              hidden
            }
            rates {
              term
              rate {
                value
                lower
                upper
                hidden
                bound
              }
            }
          }
        }
      }
    }
  }
`;
